import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changeSettings } from '../../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import optionsStyles from '../../../src/ui/options/options.css?inline';
import { showOptions } from '../../../src/ui/options/options-view.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { makeEmptyOptions } from '../options/empty-options.ts';
import { waitUntil } from '../wait-until.ts';

let settings: Settings;
let notifySettings: (changed: Settings) => void;
let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 1200);
  adoptStyles(optionsStyles);
  settings = defaultSettings;
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => clearSurface(place));

const pack = {
  id: 'test',
  title: 'Test pack',
  knownTo: '2024-06-28',
  topics: [
    { ref: 'test/press', title: 'News outlets', color: '#a62424', onByDefault: false, entityCount: 1 },
  ],
};

async function openOptions(): Promise<void> {
  showOptions(place, {
    ...makeEmptyOptions(settings),
    readSettings: async () => settings,
    watchSettings: (onChange) => {
      notifySettings = onChange;
    },
    async changeSettings(change) {
      settings = changeSettings(settings, change);
      return settings;
    },
    getPacks: async () => [pack],
    getEntities: async () => [{ ref: 'test/a', title: 'Act on Études', topic: 'test/press', names: [] }],
  });
  await waitUntil(() => place.querySelector('#topics input'));
}

const status = () => place.querySelector('.outcome [role=status]')?.textContent;
const undo = () => page.getByRole('button', { name: 'Undo' });
const labelled = (label: string) => page.getByLabelText(label, { exact: true });
const isChecked = (label: string) => (labelled(label).element() as HTMLInputElement).checked;

test('what happened is said in the words of the control, after an undo, too', async () => {
  settings = {
    ...settings,
    hiddenEntities: ['test/a'],
    sites: { mode: 'everywhere-but', patterns: ['a.org'] },
  };
  await openOptions();
  const after = async (press: () => Promise<void>, said: string) => {
    await press();
    await expect.poll(status).toBe(said);
  };
  await after(() => labelled('Mark mentions on pages').click(), 'Mark mentions on pages: off');
  await after(() => labelled('News outlets').click(), 'News outlets: on');
  await after(() => undo().click(), 'Undone. News outlets: off');
  await after(() => labelled('Every mention').click(), 'How many: Every mention');
  await after(() => labelled('Dark').click(), 'Colours of cards and pages: Dark');
  await after(() => labelled('Remove a.org').click(), 'a.org: on');
  await after(() => undo().click(), 'Undone. a.org: off');
  await after(() => labelled('Only on these sites').click(), 'Where Sidelight works: Only on these sites');
  await after(() => labelled('Show again: Act on Études').click(), 'Act on Études: shown again');
  await after(() => undo().click(), 'Undone. Act on Études: hidden');
  await after(
    () => labelled('Also open a card when the pointer rests on a mark').click(),
    'Also open a card when the pointer rests on a mark: on, opens after 300 ms and closes after 300 ms',
  );
  await after(
    () => labelled('Elements added to the page').click(),
    'How marks are made: Elements added to the page',
  );
  const said = status();
  notifySettings({ ...settings, painter: 'auto' });
  await waitUntil(() => isChecked('Whatever suits the browser'));
  expect(status()).toBe(said);
});

test.each([
  [1280, 900, '100%'],
  [400, 700, '100%'],
  [400, 700, '200%'],
])(
  'at %d × %d and %s text the status bar covers neither the focus nor the page’s end',
  async (width, height, size) => {
    await page.viewport(width, height);
    document.documentElement.style.fontSize = size;
    try {
      await openOptions();
      const bar = () => place.querySelector('.outcome')?.getBoundingClientRect() ?? new DOMRect();
      const isClear = (element: Element | null | undefined) => {
        const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        const isApart =
          bottom <= bar().top || top >= bar().bottom || right <= bar().left || left >= bar().right;
        return isApart && bottom > 0 && top < innerHeight;
      };
      // A control that is just above the window's foot when it is pressed.
      const every = labelled('Every mention').element() as HTMLElement;
      every.focus({ preventScroll: true });
      scrollBy({ top: every.getBoundingClientRect().bottom - innerHeight + 2, behavior: 'instant' });
      await userEvent.keyboard(' ');
      await waitUntil(() => status() === 'How many: Every mention');
      await waitUntil(() => isClear(every.closest('label')));
      expect(bar().height).toBeGreaterThan(20);
      // Whatever the keyboard reaches next.
      for (let steps = 0; steps < 12; steps += 1) {
        await userEvent.keyboard('{Tab}');
        const focused = document.activeElement;
        if (focused?.closest('.outcome') === null) await waitUntil(() => isClear(focused));
      }
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      await waitUntil(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
      expect(isClear(place.querySelector('main > :last-child'))).toBe(true);
      expect(bar().bottom).toBeLessThanOrEqual(innerHeight);
      if (width > 992) expect(isClear(place.querySelector('nav li:last-child'))).toBe(true);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  },
);
