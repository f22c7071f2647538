/**
 * Every surface in a right-to-left language that takes more space than English: nothing is cut off, overflows or stays
 * English.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { CardRequest } from '../../src/contracts/card-calls.ts';
import { card } from './card/card-statement.ts';
import { printed, quotation, requestOf } from './card/quoted-card.ts';
import { openCard, prepareCards, press, root, services, unfold } from './card/tested-card.ts';
import { clearSurface } from './clear-surface.ts';
import { drawSurface, surfaces } from './drawn-surfaces.ts';
import { findCutOff, findOverlaps, findTooWide } from './find-cut-off.ts';
import { closing, opening } from './pseudo-locale.ts';
import { waitUntil } from './wait-until.ts';

vi.mock(import('../../src/i18n/catalogues.ts'), async (importOriginal) => {
  const { makePseudoLocale } = await import('./pseudo-locale.ts');
  const { catalogues } = await importOriginal();
  return { catalogues: { ...catalogues, en: makePseudoLocale(catalogues.en) } };
});
vi.mock(import('../../src/settings/languages.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const { languages } = original;
  return { ...original, languages: { ...languages, en: { ...languages.en, direction: 'rtl' as const } } };
});

/** Width of the window in px; size of the text in per cent. */
const sizes = [
  [1000, 100],
  [400, 100],
  [320, 100],
  [1000, 200],
  [320, 200],
] as const;

let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  clearSurface(place);
  document.documentElement.removeAttribute('dir');
});

async function show(surface: string, width: number, textSize: number): Promise<void> {
  await page.viewport(width, 900);
  document.documentElement.style.fontSize = `${textSize}%`;
  await drawSurface(surface, place);
  await document.fonts.ready;
}

describe.each(Object.keys(surfaces))('%s', (surface) => {
  test.each(sizes)('shows everything whole at %i px and %i percent text', async (width, textSize) => {
    await show(surface, width, textSize);
    expect(findCutOff(place)).toEqual([]);
    expect(findOverlaps(place)).toEqual([]);
    expect(findTooWide(place)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('says nothing in another language than the one chosen', async () => {
    await show(surface, 400, 100);
    expect(findForeign(place)).toEqual([]);
  });

  test('begins on the right', async () => {
    await show(surface, 400, 100);
    const first = place.querySelector('h1');
    const range = document.createRange();
    range.selectNodeContents(first as Element);
    expect(range.getBoundingClientRect().right).toBeGreaterThan(300);
  });
});

describe('card', () => {
  prepareCards();
  const afterPage = { pageDate: '2019-01-01' };
  const altered = requestOf(printed.altered, true);
  const states: Readonly<Record<string, { request: Partial<CardRequest>; section?: string }>> = {
    'of an entity, after the page’s date': { request: afterPage },
    ...Object.fromEntries(
      ['quotes', 'claims', 'facts', 'dates', 'related'].map((section) => [
        `of an entity, its ${section}`,
        { request: afterPage, section },
      ]),
    ),
    'of a quotation that the page alters': { request: altered },
    'of a quotation that the page cuts': { request: requestOf(printed.cut) },
    'of a quotation, its printings': { request: altered, section: 'printings' },
  };
  const draw = async (state: string, width: number, textSize: number) => {
    await page.viewport(width, 800);
    const { request, section } = states[state] ?? {};
    services.loadContent.mockResolvedValue(request?.subject?.kind === 'statement' ? quotation : card);
    const dialog = await openCard(request);
    root.documentElement.style.fontSize = `${textSize}%`;
    if (section !== undefined) {
      await press(root.querySelector(`[data-section="${section}"]`));
      await waitUntil(() => root.querySelector('.section-head'));
    }
    await unfold();
    for (const more of root.querySelectorAll<HTMLElement>('.more[aria-expanded="false"]')) await press(more);
    return dialog;
  };

  test.each(
    Object.keys(states).flatMap((state) =>
      sizes.map(([width, textSize]) => [state, width, textSize] as const),
    ),
  )('%s shows everything whole at %i px and %i percent text', async (state, width, textSize) => {
    const dialog = await draw(state, width, textSize);
    expect(findCutOff(root)).toEqual([]);
    expect(findOverlaps(root)).toEqual([]);
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    const body = root.querySelector('.body') as HTMLElement;
    expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  });

  test.each(Object.keys(states))('%s is mirrored and says nothing in another language', async (state) => {
    const dialog = await draw(state, 1000, 100);
    expect(getComputedStyle(dialog).direction).toBe('rtl');
    const [close, title] = ['.close', 'h2'].map((one) => root.querySelector(one)?.getBoundingClientRect());
    expect(close?.right).toBeLessThan(title?.right ?? 0);
    expect(findForeign(root.body)).toEqual([]);
  });
});

/** Words that neither come from the catalogue nor are marked as a pack's or a page's, a date or a number. */
function findForeign(root: ParentNode): string[] {
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.nodeValue ?? '';
    const parent = node.parentElement;
    const whole =
      parent?.closest('p, li, button, label, legend, td, th, h1, h2, h3, span')?.textContent ?? words;
    if (!/\p{L}{2}/u.test(words) || whole.includes(opening) || whole.includes(closing)) continue;
    if (parent?.closest('[dir="auto"], time, svg, option[lang], .date, .when, code, kbd') === null)
      found.push(words);
  }
  return found;
}
