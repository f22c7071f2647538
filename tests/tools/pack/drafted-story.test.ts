/** From kept articles to the zip of a draft, and from its folder to what `npm run pack -- check` says. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { loadExampleArticles } from '../../../src/i18n/example-articles.ts';
import { draftStory } from '../../../src/stories/kept/draft-story.ts';
import type { KeptArticle } from '../../../src/stories/kept/kept-article.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { zipFolder } from '../../../src/ui/library/worker/zip-folder.ts';
import { checkOwnPack } from '../../../tools/pack/check-own-pack.ts';
import { keptArticleOf, storyOf } from '../../stories/kept/kept-article-of.ts';

function keptOf(
  number: number,
  { text, ...fields }: Partial<Article> & { readonly text: string },
  kept: Partial<KeptArticle> = {},
): KeptArticle {
  return keptArticleOf(text, fields, { id: number.toString(16).padStart(16, '0'), ...kept });
}

const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');

async function unzipDraft(articles: readonly KeptArticle[], title = 'The bridge') {
  const { id, files } = await draftStory(storyOf({ title }), articles, sha256, '2026-03-04');
  const home = mkdtempSync(path.join(tmpdir(), 'drafted-story-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  for (const [name, bytes] of Object.entries(unzipSync(zipFolder(id, files)))) {
    const file = path.join(home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, strFromU8(bytes));
  }
  return path.join(home, id);
}

test('the folder has no problems, and what is left is for a person to write', async () => {
  const articles = (await loadExampleArticles('en')).map((article, i) => keptOf(i, article));
  const { problems, unwritten, unread, checked } = await checkOwnPack(await unzipDraft(articles));
  expect(problems).toEqual([]);
  expect(unread).toEqual([]);
  expect(new Set(unwritten.map(({ path: place }) => place.replace(/\[[^\]]+\]/, '[]')))).toEqual(
    new Set(['topics[].title', 'entities[].type', 'entities[].summary']),
  );
  expect(checked?.pack).toMatchObject({ id: 'the-bridge', title: 'The bridge' });
  expect(checked?.pack.statements.flatMap(({ wordings }) => wordings)).toHaveLength(6);
});

test('the same text kept twice is one article; a title of any kind gives a folder', async () => {
  const text = 'The ferry will stop. “We will close the old bridge,” said Ines Falk.';
  const folder = await unzipDraft([keptOf(1, { text }), keptOf(2, { text, outlet: 'Post' })], '橋 ../../x');
  const { problems, checked } = await checkOwnPack(folder);
  expect(problems).toEqual([]);
  expect(checked?.pack.sources).toHaveLength(1);
});
