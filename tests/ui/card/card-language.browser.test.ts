import { expect, test } from 'vitest';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';
import { openCard, port, prepareCards, root, services } from './tested-card.ts';

prepareCards();

const text = (selector: string) => root.querySelector(selector)?.textContent?.trim() ?? '';
const box = () => root.documentElement;

test('the card speaks the reader’s language, and what comes from the pack is marked as the pack’s', async () => {
  port.applyAppearance({ theme: 'light', language: 'de' });
  await openCard();
  expect([box().lang, box().dir]).toEqual(['de', 'ltr']);
  expect(text('.kind')).toContain('Produkt');
  expect(text('.pack-provenance')).toContain('28. Juni 2024');
  expect(text('.pack-provenance')).toContain('Inhalte auf Englisch');
  const marked = [
    'h2',
    '.summary',
    '.quote',
    '.claim-text',
    '.facts .quoted',
    '.outlet:not(a), .outlet span',
    '.events li p > span:not(.date)',
  ];
  for (const selector of marked) {
    const element = root.querySelector<HTMLElement>(selector);
    expect([selector, element?.lang, element?.dir]).toEqual([selector, card.pack.language, 'auto']);
  }
  // The interface's own texts stay German: buttons, headings, stances and dates.
  for (const selector of ['h3', '.stance-name', '.verdict', 'footer .menu-button', 'time']) {
    expect([selector, root.querySelector(selector)?.closest<HTMLElement>('[lang]')?.lang]).toEqual([
      selector,
      'de',
    ]);
  }
});

test('where pack and interface speak one language, nothing is said of it', async () => {
  await openCard();
  expect(text('.pack-provenance')).toContain('As of 28 June 2024');
  expect(text('.pack-provenance')).not.toContain('Content');
});

test('a pack that says a language which is none is shown with what it says', async () => {
  services.loadContent.mockResolvedValue({ ...card, pack: { ...card.pack, language: 'not a language' } });
  await openCard();
  expect(text('.pack-provenance')).toContain('Content in not a language');
});

test('an open card follows a language that is chosen elsewhere', async () => {
  await openCard();
  expect(text('h3')).not.toBe('');
  const before = text('h3');
  port.applyAppearance({ theme: 'light', language: 'fr' });
  await waitUntil(() => box().lang === 'fr' && text('h3') !== before);
  expect(root.querySelector('.close')?.getAttribute('aria-label')).toBe('Fermer');
});
