import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ActivePage } from '../../../src/contracts/active-page.ts';
import panelStyles from '../../../src/ui/side-panel/panel.css?inline';
import { type PanelServices, showPanel } from '../../../src/ui/side-panel/panel.tsx';
import type { AnnotatedArticle } from '../../../src/view-models/annotated-article.ts';
import { makePanelContent } from '../../../src/view-models/make-panel-content.ts';
import type { PanelContent } from '../../../src/view-models/panel-content.ts';
import { panelPack } from '../../view-models/panel-pack.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { keepServices, resetKeepServices } from '../keep/kept-services.ts';
import { waitUntil } from '../wait-until.ts';

export const said = 'Acme paused Iris. “We will wait for five years.”';
/** A page that makes a claim, names one entity and alters a quotation. */
export const story: AnnotatedArticle = {
  title: 'A story',
  address: 'https://page.example/',
  date: '2020-06-11',
  blocks: [
    {
      text: said,
      mentions: [{ entity: 'small/acme', name: 'Acme', start: 0, end: 4 }],
      traces: [
        {
          statement: 'small/lee-letter',
          kind: 'altered',
          similarity: 0.9,
          start: 19,
          end: said.length - 1,
          speakerDiffers: true,
          differences: [{ kind: 'changed', statement: 'rules', page: 'five years' }],
        },
      ],
    },
  ],
};
export const services = {
  watchAppearance: vi.fn<PanelServices['watchAppearance']>((onChange) =>
    onChange({ theme: 'light', language: 'en' }),
  ),
  revealEntity: vi.fn(async () => undefined),
  revealStatement: vi.fn(async (_ref: string, _index: number) => undefined),
  step: vi.fn(async () => undefined),
  watchRequests: vi.fn<PanelServices['watchRequests']>(() => undefined),
  clearRequest: vi.fn(),
  kept: keepServices,
};
/** Where the panel is rendered. */
export let place: HTMLElement;

/** Call it once in a file of tests: each test then gets an empty place in a window of the panel's usual size. */
export function setUpPanel(): void {
  beforeEach(async () => {
    await page.viewport(400, 900);
    adoptStyles(panelStyles);
    document.documentElement.lang = 'en';
    renewPlace();
  });
  afterEach(() => {
    clearSurface(place);
    vi.clearAllMocks();
    resetKeepServices();
  });
}

export function renewPlace(): void {
  document.body.replaceChildren();
  place = document.body.appendChild(document.createElement('div'));
}

export function open(
  reading: AnnotatedArticle,
  panelContents: readonly PanelContent[] = [makePanelContent(panelPack, reading)],
): ActivePage {
  const briefing = { frames: [{ frameId: 0, article: reading }], reading, panelContents };
  return {
    ...{ tabId: 1, address: reading.address, site: 'page.example', isPrivate: false },
    ...{ obstacle: null, stoppedBy: null, briefing },
  };
}

export const closed = (state: Partial<ActivePage>): ActivePage => ({
  ...open(story),
  briefing: null,
  ...state,
});

/** Shows another page, or the same after a change. */
export let follow: (next: ActivePage) => void;

export async function show(shown: ActivePage, tab?: string): Promise<void> {
  showPanel(place, {
    ...services,
    watchPage(onPage) {
      follow = onPage;
      onPage(shown);
    },
  });
  await waitUntil(() => place.textContent !== '' && !place.textContent?.includes('Reading this page'));
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
}

export const shownPanel = () => place.querySelector('[role=tabpanel]:not([hidden])') as HTMLElement;
export const tabNames = () => [...place.querySelectorAll('[role=tab]')].map((tab) => tab.textContent);
export const chosenTab = () => place.querySelector('[aria-selected=true]')?.textContent;

/** Chooses from the menu behind the three dots. */
export async function chooseAction(name: string, at = 0): Promise<void> {
  await page.getByLabelText('More actions').click();
  await page.getByRole('button', { name }).nth(at).click();
}

/** Two statements, the first one printed in two passages. */
export function quotingTwice(): ActivePage {
  const texts = ['“We will wait for rules.”', '“We pause.”', '“for rules”'];
  const refs = ['small/lee-letter', 'small/pause', 'small/lee-letter'];
  const blocks = texts.map((words, at) => ({
    text: words,
    mentions: [],
    traces: [
      {
        statement: refs[at] ?? '',
        kind: at === 2 ? ('trimmed' as const) : ('verbatim' as const),
        similarity: 1,
        start: 1,
        end: words.length - 1,
        speakerDiffers: false,
        differences: [],
      },
    ],
  }));
  const [first] = panelPack.statements;
  if (!first) throw new Error('The pack of the tests has a statement.');
  const pack = {
    ...panelPack,
    statements: [first, { ...first, id: 'pause', sentences: ['We pause.'], speaker: null }],
  };
  const reading = { ...story, blocks };
  return open(reading, [makePanelContent(pack, reading)]);
}
