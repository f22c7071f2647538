import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clearSurface } from './clear-surface.ts';
import { settle, waitForButton } from './press-button.ts';
import { selfRemovingButtons } from './self-removing-buttons.ts';
import { waitUntil } from './wait-until.ts';

let place: HTMLElement;
const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';

beforeEach(async () => {
  await page.viewport(1000, 900);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  history.replaceState(null, '', '#/');
});

/** Records what a screen reader would announce: the text of each live region after each change. */
function listen(): string[] {
  const announcements: string[] = [];
  const known = new Map<Element, string>();
  const read = () => {
    for (const region of place.querySelectorAll(regions)) {
      const words = region.textContent?.trim() ?? '';
      if (words !== '' && words !== known.get(region)) announcements.push(words);
      known.set(region, words);
    }
  };
  read();
  announcements.length = 0;
  new MutationObserver(read).observe(place, { childList: true, subtree: true, characterData: true });
  return announcements;
}

/** Presses a row's button, and returns what was announced until it took effect. */
async function announcementsOf(one: (typeof selfRemovingButtons)[number]): Promise<string[]> {
  await one.draw(place);
  const button = await waitForButton(place, one.button);
  const announcements = listen();
  button.click();
  await waitUntil(() => !button.isConnected);
  await settle();
  return announcements;
}

function countSeen(words: string): number {
  const seen = place.cloneNode(true) as HTMLElement;
  for (const unseen of seen.querySelectorAll('.hidden-visually')) unseen.remove();
  return (seen.textContent ?? '').split(words).length - 1;
}

test.each(selfRemovingButtons)(
  '$surface, $button: what is announced is said once, and seen once',
  async (one) => {
    const announcements = await announcementsOf(one);
    expect(announcements).toEqual([...new Set(announcements)]);
    expect(announcements.filter((words) => countSeen(words) > 1)).toEqual([]);
  },
);

test.each([
  ['options, pack kept', '“Rivers” was imported. Open pages show its marks now, wherever Sidelight is on.'],
  ['options, keeping a pack', 'Rivers is being prepared'],
  ['options, a pack', '“Pack a” was removed.'],
  ['options, a file', 'The file was imported.'],
])('%s: %s', async (surface, words) => {
  const one = selfRemovingButtons.find((row) => row.surface === surface);
  if (one === undefined) throw new Error(`There is no row "${surface}"`);
  expect((await announcementsOf(one)).at(-1)).toBe(words);
});
