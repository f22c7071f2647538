import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DraftedArticle, DraftedPack } from '../../src/stories/drafts/drafted-pack.ts';
import { makeDraftFolder } from '../../src/stories/drafts/make-draft-folder.ts';
import { CliError } from '../command-line/cli-error.ts';
import { makeFileError } from '../command-line/describe-in-english.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { readArticleFile } from '../compare/read-article-file.ts';
import type { UnreadFile } from '../pack-files/list-pack-files.ts';
import { formatDay } from './example-pack.ts';
import { packIdFor, rejectUsedFolder, writePackFolder } from './write-pack-folder.ts';

export interface WrittenDraft {
  readonly draft: DraftedPack;
  /** Files in the articles' folder that were not read. */
  readonly unread: readonly UnreadFile[];
  /** Addresses of articles that no pack may hold. */
  readonly droppedAddresses: readonly DroppedAddress[];
}

interface DroppedAddress {
  readonly source: string;
  readonly address: string;
}

/**
 * Writes the draft of a pack to a new folder, with the texts of the articles, all of it or nothing.
 * @param from the folder with the articles, as `npm run compare` reads them
 * @throws CliError with every file that cannot be read, or if the new folder is not empty or cannot be written
 */
export async function draftPackFolder(from: string, folder: string): Promise<WrittenDraft> {
  await rejectUsedFolder(folder);
  const { articles, unread } = await readFolder(from);
  const id = packIdFor(path.basename(folder));
  const today = formatDay(new Date());
  const { draft, folder: content } = makeDraftFolder(articles, { id, title: '', today });
  await writePackFolder(folder, content);
  const droppedAddresses = draft.sources.flatMap(({ id: source, url }, i) => {
    const address = articles[i]?.article.address ?? '';
    return url === undefined && address !== '' ? [{ source, address }] : [];
  });
  return { draft, unread, droppedAddresses };
}

interface ReadFolder {
  readonly articles: readonly DraftedArticle[];
  readonly unread: readonly UnreadFile[];
}

async function readFolder(from: string): Promise<ReadFolder> {
  const entries = await readdir(from, { withFileTypes: true }).catch((error: unknown) => {
    throw explainFileError(error, 'Reading', from);
  });
  const articles: DraftedArticle[] = [];
  const unread: UnreadFile[] = [];
  const refusals: string[] = [];
  const fileOfText = new Map<string, string>();
  // By code units, so that the order is the same on every machine.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (entry.isDirectory() || name.startsWith('.') || !/\.(?:html?|txt|json)$/i.test(name)) {
      const reason = entry.isDirectory()
        ? 'Folders are not looked into.'
        : 'Articles are files whose name ends in ".html", ".txt" or ".json".';
      unread.push({ name: entry.isDirectory() ? `${name}/` : name, reason });
      continue;
    }
    try {
      const article = await readArticleFile(path.join(from, name), name);
      const textSha256 = createHash('sha256').update(article.text).digest('hex');
      const other = fileOfText.get(textSha256);
      if (other !== undefined)
        throw makeFileError(name, `It holds the same article as ${other}.`, 'Leave one of them out.');
      fileOfText.set(textSha256, name);
      articles.push({ article, name: path.parse(name).name, textSha256 });
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      refusals.push(error.message);
    }
  }
  if (refusals.length > 0) throw new CliError(`${refusals.join('\n')}\nNothing was written.`);
  if (articles.length === 0) {
    throw makeFileError(
      from,
      'There is no article in this folder; nothing was written.',
      'Give a folder with saved pages (.html), plain texts (.txt) or articles as JSON (.json).',
    );
  }
  return { articles, unread };
}
