import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemLines } from '../../../src/ui/options/backup/problem-lines.tsx';
import { PackProblems } from '../../../src/ui/options/packs/pack-problems.tsx';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';

vi.mock(import('../../../src/i18n/problem-texts.ts'), () => ({
  loadProblemTexts: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
}));

const place = document.createElement('div');
const problem = { file: 'x.json', path: 'entities[a].topic', code: 'unreadable', values: {} } as const;

afterEach(() => clearSurface(place));

test.each([
  ['a refused pack', () => <PackProblems fileName="x.json" problems={[problem]} />],
  ['a file that was saved here', () => <ProblemLines problems={[problem]} />],
])(
  'the problems of %s are told by their codes where the words for them cannot be loaded',
  async (_what, draw) => {
    document.body.append(place);
    render(draw(), place);
    await waitUntil(() =>
      place.textContent?.includes('Problem “unreadable”, whose explanation could not be loaded.'),
    );
    expect(place.textContent).toContain('Reload this page and choose the file again.');
  },
);

test('the author of a refused pack is not asked to reload the reader’s page', async () => {
  document.body.append(place);
  render(<PackProblems fileName="x.json" problems={[problem]} />, place);
  await waitUntil(() => place.textContent?.includes('Reload this page and choose the file again.'));
  expect(place.textContent).not.toContain('Ask the pack’s author');
});
