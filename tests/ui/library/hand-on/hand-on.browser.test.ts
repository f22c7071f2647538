import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { readPackFile } from '../../../../src/knowledge/validation/read-pack-file.ts';
import type { KeptArticle } from '../../../../src/stories/kept/kept-article.ts';
import { createLibraryService } from '../../../../src/ui/library/worker/library-service.ts';
import { bridgeArticles, keptArticle, story } from '../../../view-models/stories/kept-story.ts';
import { waitUntil } from '../../wait-until.ts';
import { readerOf } from '../kept-reader.ts';
import { openLibrary, place, prepareLibrary } from '../tested-library.ts';

const saved: { name: string; contents: Blob }[] = [];
vi.mock('../../../../src/ui/components/download-file.ts', () => ({
  downloadFile: (name: string, contents: Blob) => saved.push({ name, contents }),
}));

prepareLibrary();
beforeEach(() => saved.splice(0));

const outcome = () => place.querySelector('.outcome [role=status]')?.textContent;
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function openStory(articles: readonly KeptArticle[] = bridgeArticles): Promise<void> {
  await openLibrary(`#/story/${story.id}`, 'light', {
    service: createLibraryService(readerOf([story], articles)),
  });
  await waitUntil(() => place.querySelector('.hand-on'));
}

test('a story is saved as a pack file that can be imported, and what it holds is said', async () => {
  await openStory();
  await press('Save for another reader');
  await waitUntil(() => saved.length === 1);
  const [file] = saved;
  expect(file?.name).toBe(`story-${story.id}.sidelight.json`);
  const { pack, problems } = readPackFile((await file?.contents.text()) ?? '');
  expect(problems).toEqual([]);
  expect(pack).toMatchObject({ origin: 'story', title: story.title });
  expect(pack?.sources).toHaveLength(bridgeArticles.length);
  await waitUntil(() =>
    outcome()?.startsWith(`Saved as ${file?.name}: ${pack?.statements.length} statements, `),
  );
});

test('an article without a date is told', async () => {
  await openStory([keptArticle('undated', { date: '' })]);
  await press('Save for another reader');
  await waitUntil(() => outcome()?.includes('1 article states no date; the file gives the day'));
});

test('a story is saved as the zip of a folder with the parts of a pack and the articles', async () => {
  await openStory();
  await press('Save as the draft of a pack');
  await waitUntil(() => saved.length === 1);
  const [zip] = saved;
  expect(zip?.name).toBe('the-old-bridge.zip');
  const files = unzipSync(new Uint8Array((await zip?.contents.arrayBuffer()) ?? new ArrayBuffer(0)));
  const info = files['the-old-bridge/pack.json'];
  expect(info && JSON.parse(strFromU8(info))).toMatchObject({ id: 'the-old-bridge', title: story.title });
  const texts = Object.keys(files).filter((path) => path.startsWith('the-old-bridge/articles/'));
  expect(texts).toHaveLength(bridgeArticles.length);
  await waitUntil(() => outcome()?.includes('the-old-bridge.zip'));
});
