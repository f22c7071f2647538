import { expect, test } from 'vitest';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';
import { openCard, port, prepareCards, press, root, sectionLink, services } from './tested-card.ts';

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
  const expectPackWords = (...selectors: string[]) => {
    for (const selector of selectors) {
      const element = root.querySelector<HTMLElement>(selector);
      expect([selector, element?.lang, element?.dir]).toEqual([selector, card.pack.language, 'auto']);
    }
  };
  // The interface's own texts stay German: buttons, headings, stances and dates.
  const expectGerman = (...selectors: string[]) => {
    for (const selector of selectors) {
      const lang = root.querySelector(selector)?.closest<HTMLElement>('[lang]')?.lang;
      expect([selector, lang]).toEqual([selector, 'de']);
    }
  };
  const outlets = '.outlet:not(a):not(:has(span)), .outlet span';
  expectPackWords('h2', '.lead-line', '.front-text', '.front-words .quoted', outlets);
  expectGerman('h3', '.front-outlet small', 'footer .menu-button', '.section-links button');
  await press(sectionLink('Zitate'));
  await waitUntil(() => root.querySelector('.statement'));
  expectPackWords('.quote', outlets);
  expectGerman('h3', '.verdict', 'time');
  await press(sectionLink('Aussagen'));
  await waitUntil(() => root.querySelector('.claim'));
  expectPackWords('.claim-text');
  await press(sectionLink('Fakten'));
  await waitUntil(() => root.querySelector('.facts'));
  expectPackWords('.summary', '.facts .quoted');
  await press(sectionLink('Zeitleiste'));
  await waitUntil(() => root.querySelector('.events'));
  expectPackWords('.events li p > span:not(.date)');
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
