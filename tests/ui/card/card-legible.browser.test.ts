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
  unfold,
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
  await unfold();
  if (name === 'Quotes') expect(shown.querySelector('ins')).not.toBeNull();
  await choose('Why is this marked?');
  const copy = copyOf(shown);
  const { violations, passes } = await axe.run(copy);
  expect(describeViolations(violations)).toEqual([]);
  const legible = passes.find(({ id }) => id === 'color-contrast');
  expect(legible?.nodes.length).toBeGreaterThan(10);
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
  await unfold();
  await press(button('More'));
  await waitUntil(() => root.activeElement?.role === 'menuitem');
  const { violations } = await axe.run(copyOf(shown));
  expect(describeViolations(violations)).toEqual([]);
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

function describeViolations(violations: readonly axe.Result[]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
