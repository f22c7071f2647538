import axe from 'axe-core';
import { expect, test } from 'vitest';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';
import { printed, quotation, requestOf } from './quoted-card.ts';
import {
  button,
  choose,
  openCard,
  openSection,
  port,
  prepareCards,
  press,
  root,
  services,
} from './tested-card.ts';

prepareCards();

const names = ['', 'Quotes', 'Claims', 'Facts', 'Dates', 'Related'];
const cases = names.flatMap((name) => (['light', 'dark'] as const).map((theme) => [name, theme] as const));

test.each(cases)('the card (%s, %s) has no axe violations, and contrast enough', async (name, theme) => {
  port.applyAppearance({ theme, language: 'en' });
  const content = { ...card, page: { claims: [here], statements: [] } };
  services.loadContent.mockResolvedValue(content);
  const request = { pageDate: '2020-06-10' };
  const shown = name === '' ? await openCard(request) : await openSection(name, request);
  for (const details of shown.querySelectorAll('details')) details.open = true;
  if (name === 'Quotes') await waitUntil(() => shown.querySelector('ins'));
  await choose('Why is this marked?');
  const copy = copyOf(shown);
  expect(await findViolations(copy)).toEqual([]);
  expect(await findViolations(copy, ['color-contrast'])).toEqual([]);
  const { passes } = await axe.run(copy, { runOnly: ['color-contrast'] });
  expect(passes[0]?.nodes.length).toBeGreaterThan(10);
  document.adoptedStyleSheets = [];
});

const here = { ref: 'test/paused', stances: ['says' as const], words: ['a pause'] };

test.each(
  (['light', 'dark'] as const).flatMap((theme) =>
    Object.entries(printed).map(([name, words]) => [theme, name, words] as const),
  ),
)('the %s card of a quotation (%s) and its menu have no axe violations', async (theme, _name, words) => {
  services.loadContent.mockResolvedValue(quotation);
  port.applyAppearance({ theme, language: 'en' });
  const shown = await openCard(requestOf(words, true));
  for (const details of shown.querySelectorAll('details')) details.open = true;
  await press(button('More'));
  await waitUntil(() => root.activeElement?.role === 'menuitem');
  expect(await findViolations(copyOf(shown))).toEqual([]);
  document.adoptedStyleSheets = [];
});

/** A copy of the whole card in this document: axe runs where it was loaded. */
function copyOf(shown: HTMLElement): HTMLElement {
  const copy = document.importNode(shown, true);
  document.adoptedStyleSheets = [...root.adoptedStyleSheets].map((sheet) => {
    const own = new CSSStyleSheet();
    own.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
    return own;
  });
  document.documentElement.style.cssText = root.documentElement.style.cssText;
  document.body.replaceChildren(copy);
  copy.style.cssText = 'height: auto';
  return copy;
}

async function findViolations(element: Element, rules?: string[]): Promise<string[]> {
  const { violations } = await axe.run(element, rules === undefined ? {} : { runOnly: rules });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
