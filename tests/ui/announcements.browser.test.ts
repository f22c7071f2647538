import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clearFace } from './clear-face.ts';
import { settle, waitForButton } from './press-button.ts';
import { vanishing } from './vanishing-buttons.ts';
import { waitUntil } from './wait-until.ts';

let place: HTMLElement;
const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';

beforeEach(async () => {
  await page.viewport(1000, 900);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearFace(place);
  history.replaceState(null, '', '#/');
});

/** Notes what a screen reader would say: the text of each live region whenever it becomes another. */
function listen(): string[] {
  const heard: string[] = [];
  const known = new Map<Element, string>();
  const read = () => {
    for (const region of place.querySelectorAll(regions)) {
      const words = region.textContent?.trim() ?? '';
      if (words !== '' && words !== known.get(region)) heard.push(words);
      known.set(region, words);
    }
  };
  read();
  heard.length = 0;
  new MutationObserver(read).observe(place, { childList: true, subtree: true, characterData: true });
  return heard;
}

/** Presses a row's button, and tells what was announced until it had its effect. */
async function hear(one: (typeof vanishing)[number]): Promise<string[]> {
  await one.draw(place);
  const button = await waitForButton(place, one.button);
  const heard = listen();
  button.click();
  await waitUntil(() => !button.isConnected);
  await settle();
  return heard;
}

function countSeen(words: string): number {
  const seen = place.cloneNode(true) as HTMLElement;
  for (const unseen of seen.querySelectorAll('.hidden-visually')) unseen.remove();
  return (seen.textContent ?? '').split(words).length - 1;
}

test.each(vanishing)('$face, $button: what is announced is said once, and seen once', async (one) => {
  const heard = await hear(one);
  expect(heard).toEqual([...new Set(heard)]);
  expect(heard.filter((words) => countSeen(words) > 1)).toEqual([]);
});

test.each([
  ['options, pack kept', '“Rivers” was imported. Open pages show its marks now, wherever Sidelight is on.'],
  ['options, keeping a pack', 'Rivers is being prepared'],
  ['options, a pack', '“Pack a” was removed.'],
  ['options, a file', 'The file was taken over.'],
])('%s: %s', async (face, words) => {
  const one = vanishing.find((row) => row.face === face);
  if (one === undefined) throw new Error(`There is no row "${face}"`);
  expect((await hear(one)).at(-1)).toBe(words);
});
