/** What a page can do to an open card, and the page content it has to cope with: long titles, fonts. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';
import {
  choose,
  openCard,
  port,
  prepareCards,
  press,
  root,
  sectionLink,
  services,
  unfold,
} from './tested-card.ts';

prepareCards();

test('no text of it is set in a font that a page could define', async () => {
  const shown = await openCard({
    pageDate: '2020-06-10',
    mention: { name: 'ExSys', wordsBeside: {} } as never,
  });
  await choose('Why is this marked?');
  const families = new Set<string>();
  const noteFonts = () => {
    for (const one of root.querySelectorAll('.card, .card *')) families.add(getComputedStyle(one).fontFamily);
  };
  noteFonts();
  for (const name of ['Quotes', 'Claims', 'Facts', 'Dates', 'Related']) {
    await press(sectionLink(name));
    await waitUntil(() => shown.querySelector('.section-head h3')?.textContent?.startsWith(name));
    await unfold();
    noteFonts();
  }
  expect([...families].sort()).toEqual(['serif', 'system-ui, sans-serif']);
});

test('a long title leaves room to read', async () => {
  const title = 'An inquiry into the water of the old harbour and what was found in it '.repeat(4).trim();
  services.loadContent.mockResolvedValue({ ...card, title });
  for (const [width, height, textPx] of [
    [1000, 800, 16],
    [400, 600, 16],
    [320, 640, 32],
  ] as const) {
    await page.viewport(width, height);
    const shown = await openCard();
    root.documentElement.style.fontSize = `${textPx}px`;
    const body = shown.querySelector('.body') as HTMLElement;
    // A title of 280 letters in type twice as large fills the card alone; then it scrolls away.
    expect(body.clientHeight).toBeGreaterThan(textPx > 16 ? 180 : 140);
    shown.scrollTo(0, shown.scrollHeight);
    expect(body.getBoundingClientRect().bottom).toBeLessThanOrEqual(shown.getBoundingClientRect().bottom);
    port.close();
  }
});
