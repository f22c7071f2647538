import { vi } from 'vitest';
import type {
  KeepOutcome,
  KeptPage,
  KeptSummary,
  PageComparison,
} from '../../../src/contracts/kept-calls.ts';
import type { KeepServices } from '../../../src/ui/keep/keep-services.ts';

export const kept: KeptSummary = {
  id: '0123456789abcdef',
  story: { id: 'fedcba9876543210', title: 'The old bridge', articleCount: 3 },
  kind: 'page',
  title: 'Old bridge will close on Monday',
  outlet: 'Daily',
  authors: ['Bo Hill', 'Eve Moss'],
  date: '2024-03-05',
  address: 'https://daily.example/bridge',
  language: 'en',
  wordCount: 812,
  quotationCount: 14,
  keptAt: '2024-03-06T10:00:00.000Z',
  versionCount: 1,
};

export type Kept = Extract<KeepOutcome, { obstacle: null }>;

export const outcome: Kept = {
  obstacle: null,
  kept,
  isUnchanged: false,
  changes: [],
  isNewStory: false,
  otherStories: [{ id: 'aaaaaaaaaaaaaaaa', title: 'The ferry' }],
};

export const notKept: KeptPage = { obstacle: null, kept: null };

const printer = (outlet: string) => ({
  id: `${outlet.toLowerCase()}00000000000`.slice(0, 16),
  outlet,
  title: `${outlet} on the bridge`,
  date: '2024-03-05',
  address: `https://${outlet.toLowerCase()}.example/bridge`,
  quoted: 'We will close the old bridge on Monday',
});

/** A page of every kind of finding, beside two kept articles. */
export const comparison: PageComparison = {
  story: { id: kept.story.id, title: kept.story.title },
  articleCount: 2,
  storyCount: 2,
  keptCount: 5,
  isKept: false,
  quotations: [
    {
      pieces: ['We will close the old bridge on Friday'],
      speaker: { name: 'Ann Lee', isCertain: true },
      finding: 'changed',
      isSpeakerNew: false,
      printings: [
        {
          relation: 'changed',
          meaning: 'differs',
          turns: ['time'],
          printers: [printer('Daily')],
          here: [
            { kind: 'same', text: 'We will close the old bridge on ' },
            { kind: 'own', text: 'Friday' },
          ],
          there: [
            { kind: 'same', text: 'We will close the old bridge on ' },
            { kind: 'replaced', text: 'Monday' },
          ],
        },
      ],
    },
    {
      pieces: ['It is rusted through'],
      speaker: { name: 'an engineer', isCertain: false },
      finding: 'cut',
      isSpeakerNew: false,
      printings: [
        {
          relation: 'cut',
          meaning: 'same',
          turns: [],
          printers: [printer('Weekly')],
          here: [{ kind: 'same', text: 'It is rusted through' }],
          there: [
            { kind: 'same', text: 'It is rusted through' },
            { kind: 'cut', text: ' and nobody is safe on it' },
          ],
        },
      ],
    },
    {
      pieces: ['Nobody asked the people who live there'],
      speaker: { name: 'Bo Hill', isCertain: true },
      finding: 'only-here',
      isSpeakerNew: true,
      printings: [],
    },
    {
      pieces: ['The ferry is free'],
      speaker: null,
      finding: 'verbatim',
      isSpeakerNew: false,
      printings: [
        {
          ...{ relation: 'verbatim', meaning: 'same', turns: [], here: [], there: [] },
          printers: [printer('Daily'), printer('Weekly')],
        },
      ],
    },
  ],
  elsewhere: [
    {
      pieces: ['The ferry cannot carry that many cars in a day'],
      speaker: { name: 'Ann Lee', isCertain: true },
      printers: [printer('Daily'), printer('Weekly')],
    },
  ],
};

/** Calls back as if another window had changed what is kept. */
export let changeElsewhere: (stories?: readonly string[]) => void;

/** On a page without an article, where nothing is kept. */
export const keepServices = {
  getKeptPage: vi.fn<KeepServices['getKeptPage']>(),
  keepPage: vi.fn<KeepServices['keepPage']>(),
  keepWindow: vi.fn<KeepServices['keepWindow']>(),
  compareWithKept: vi.fn<KeepServices['compareWithKept']>(),
  readCorrections: vi.fn<KeepServices['readCorrections']>(),
  correctArticle: vi.fn<KeepServices['correctArticle']>(),
  listStories: vi.fn<KeepServices['listStories']>(),
  moveArticle: vi.fn<KeepServices['moveArticle']>(),
  undoKept: vi.fn<KeepServices['undoKept']>(),
  openLibrary: vi.fn<KeepServices['openLibrary']>(),
  askForPersistence: vi.fn<KeepServices['askForPersistence']>(),
  watchKept: vi.fn<KeepServices['watchKept']>(),
} satisfies KeepServices;

/** Call it before each test: forgets what the last one has set. */
export function resetKeepServices(): void {
  const { watchKept, ...calls } = keepServices;
  for (const call of Object.values(calls)) call.mockReset();
  const listeners = new Set<(stories: readonly string[]) => void>();
  changeElsewhere = (stories = [kept.story.id]) => {
    for (const listener of listeners) listener(stories);
  };
  watchKept.mockReset().mockImplementation((onChange, signal) => {
    listeners.add(onChange);
    signal.addEventListener('abort', () => listeners.delete(onChange));
  });
  keepServices.getKeptPage.mockResolvedValue({ obstacle: 'no-article', kept: null });
  keepServices.compareWithKept.mockResolvedValue(null);
  keepServices.readCorrections.mockResolvedValue({});
  keepServices.correctArticle.mockResolvedValue();
  keepServices.listStories.mockResolvedValue([]);
  keepServices.moveArticle.mockResolvedValue();
  keepServices.undoKept.mockResolvedValue();
  keepServices.openLibrary.mockResolvedValue();
  keepServices.askForPersistence.mockResolvedValue(true);
}
resetKeepServices();
