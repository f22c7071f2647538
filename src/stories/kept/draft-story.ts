import { oneLine } from '../drafts/fits-pack.ts';
import { makeDraftFolder } from '../drafts/make-draft-folder.ts';
import { IdMaker } from '../drafts/make-ids.ts';
import { type KeptArticle, latestOf, type Story } from './kept-article.ts';

/**
 * A story as the folder of a pack's draft, like that of `npm run pack -- draft`. It holds the texts of the
 * articles, for its author only: a built pack leaves them out.
 * @param articles of the story; of several with the same text, the first is used
 * @param hash SHA-256 of a text in UTF-8, in hexadecimal
 * @param today `YYYY-MM-DD`
 * @returns the pack's id, which names the folder, and its files: paths with `/` to texts
 */
export async function draftStory(
  story: Story,
  articles: readonly KeptArticle[],
  hash: (text: string) => Promise<string>,
  today: string,
): Promise<{ readonly id: string; readonly files: Readonly<Record<string, string>> }> {
  const byHash = new Map<string, ReturnType<typeof latestOf>>();
  for (const kept of articles) {
    const article = latestOf(kept);
    const textSha256 = await hash(article.text);
    if (!byHash.has(textSha256)) byHash.set(textSha256, article);
  }
  const id = new IdMaker().make(story.title, 'story');
  const drafted = [...byHash].map(([textSha256, article], number) => ({
    article,
    name: `article-${number + 1}`,
    textSha256,
  }));
  const { folder } = makeDraftFolder(drafted, { id, title: oneLine(story.title), today });
  const jsonFiles = Object.entries(folder.packFiles).map(([path, content]) => [
    path,
    `${JSON.stringify(content, null, 2)}\n`,
  ]);
  return { id, files: { ...Object.fromEntries(jsonFiles), ...folder.otherFiles } };
}
