/** What a reader cannot see they do not press: a page whose styles reach for a card, and presses that must not count. */
import { describe, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { useExtension } from '../driving/start-extension.ts';
import { expectNoBlindPress, hide, prepareCards } from './covered-card.ts';

const declarations = [
  'opacity: 0',
  'filter: opacity(0)',
  'clip-path: inset(50%)',
  'mask: linear-gradient(transparent, transparent)',
  'transform: translateX(40px)',
  'visibility: hidden',
  'mix-blend-mode: difference',
  'zoom: 1.5',
];

function changeStyle(given: string): void {
  const [property = '', value = ''] = given.split(': ');
  for (const element of [
    document.documentElement,
    document.body,
    document.querySelector<HTMLElement>(':popover-open'),
  ]) {
    element?.style.setProperty(property, value, 'important');
    element?.animate(
      { [property.replace(/-./, (end) => end.slice(1).toUpperCase())]: [value, value] },
      { duration: 1e6, fill: 'both' },
    );
  }
}

describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);
  const openCard = prepareCards(tested);

  test.each(declarations)(
    'that covers the card by “%s” has no press count that is made blindly',
    async (declaration) => {
      const { page, isUntouched } = await openCard('hide');
      await expectNoBlindPress(page, hide, [declaration, changeStyle], isUntouched);
    },
  );
});
