import type { KeepOutcome } from '../../../src/contracts/kept-calls.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';

/** What is kept, read from the database by a page of the extension. */
export interface KeptState {
  /** Title, number of versions and number of the story, in the order in which they were kept. */
  readonly articles: readonly { title: string; versions: number; story: string }[];
  readonly storyIds: readonly string[];
  /** Whether each article has its summary and its story, and each summary its article. */
  readonly isWhole: boolean;
}

export function readKeptState(surface: DrivenPage): Promise<KeptState> {
  return surface.call(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const nothing = { articles: [], storyIds: [], isWhole: true };
    // Opening a database that does not exist would make an empty one.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'sidelight-kept')) return nothing;
    const database = await wait(indexedDB.open('sidelight-kept'));
    try {
      const transaction = database.transaction(['articles', 'summaries', 'stories']);
      const [articles, summaries, stories] = await Promise.all([
        wait(transaction.objectStore('articles').getAll()),
        wait(transaction.objectStore('summaries').getAll()),
        wait(transaction.objectStore('stories').getAll()),
      ]);
      const titleOf = (id: string) => stories.find((story) => story.id === id)?.title;
      const sorted = articles.sort((a, b) => (a.versions[0].keptAt < b.versions[0].keptAt ? -1 : 1));
      return {
        articles: sorted.map(({ id, story, versions }) => ({
          title: summaries.find((one) => one.id === id)?.title ?? '',
          versions: versions.length,
          story: titleOf(story) ?? '',
        })),
        storyIds: stories.map(({ id }) => id),
        isWhole:
          summaries.length === articles.length &&
          articles.every(({ id, story }) =>
            summaries.some((one) => one.id === id && one.story === story && titleOf(story) !== undefined),
          ),
      };
    } finally {
      database.close();
    }
  });
}

/** Keeps the page in a tab, as popup and side panel do. */
export async function keepPage(surface: DrivenPage, tabId: number): Promise<KeepOutcome> {
  return (await askBackground(surface.page, 'keepPage', { tabId })) as unknown as KeepOutcome;
}

export function ask(surface: DrivenPage, call: string, request: Json = null): Promise<Json> {
  return askBackground(surface.page, call, request);
}

/** Removes all that is kept. */
export async function forgetAll(surface: DrivenPage): Promise<void> {
  for (const id of (await readKeptState(surface)).storyIds) await ask(surface, 'removeStory', { id });
}

/** An invented article as a page, among what else pages hold. */
export function articlePage(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><title>${title} | The Wend Herald</title>
    <meta property="og:site_name" content="The Wend Herald"><meta property="article:published_time" content="2020-06-10">
    <nav><a href="/a">Weather</a> <a href="/b">Sport</a></nav>
    <main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main>
    <footer>All rights reserved.</footer></html>`;
}

export const bridge = [
  'The town of Aberford will close the Old Bridge because two of its cables have rusted. Mayor Ann Lee told the council on Wednesday that trams could no longer cross the Wend.',
  '“We will close the old bridge on Monday because two cables have rusted,” Lee said. Some 4,200 passengers cross it each day.',
  'Engineers of Brightsea University had warned of rust in the spring. The ferry will carry passengers until the cables are replaced.',
];
