import { expect, test } from 'vitest';
import { countWords } from '../../../src/knowledge/text/locate-words.ts';
import { waitUntil } from '../wait-until.ts';
import { card, gazette, pause, wording } from './card-statement.ts';
import { openSection, prepareCards, press, services } from './tested-card.ts';

prepareCards();

test.each([
  [
    '…',
    'We found lead … and we will replace every pipe by spring,',
    'We found lead … we told them, and we will',
  ],
  [
    '[...]',
    'We found lead [...] and we will replace every pipe by spring,',
    'We found lead [...] we told them, and',
  ],
  [
    '（中略）',
    '我々は鉛を発見した。（中略）すべての管を交換する。',
    '我々は鉛を発見した。（中略）家族に伝えた。すべて',
  ],
])('an outlet’s "%s" is words left out, and no word that differs', async (sign, printed, shownWords) => {
  const isSpaced = sign !== '（中略）';
  const sentences = isSpaced
    ? ['We found lead, we told them, and we will replace every pipe by spring.']
    : ['我々は鉛を発見した。', '家族に伝えた。', 'すべての管を交換する。'];
  const cut = isSpaced ? 'we told them,' : '家族に伝えた。';
  services.loadContent.mockResolvedValue({
    ...card,
    statements: [{ ...pause, sentences, wordings: [wording(gazette, printed)] }],
  });
  const shown = await openSection('Quotes');
  expect(shown.querySelector('.printed .verdict')?.textContent).toBe(`leaves out ${countWords(cut)} words`);
  const details = shown.querySelector<HTMLDetailsElement>('.printed details');
  await press(details?.querySelector('summary'));
  await waitUntil(() => details?.querySelector('del')?.textContent === cut);
  expect(details?.querySelector('ins')).toBeNull();
  expect(details?.querySelector('.quoted')?.textContent).toContain(shownWords);
});

test('what differs too much is said to, and of a hundred outlets the first are compared', async () => {
  const words = (letter: string) => Array.from({ length: 2_000 }, (_, n) => `${letter}${n}`).join(' ');
  const outlets = Array.from({ length: 100 }, (_, n) => ({
    ...gazette,
    id: `g${n}`,
    outlet: `Gazette ${n}`,
  }));
  services.loadContent.mockResolvedValue({
    ...card,
    statements: [
      { ...pause, sentences: [words('a')], wordings: outlets.map((outlet) => wording(outlet, words('b'))) },
    ],
  });
  const shown = await openSection('Quotes');
  expect(shown.querySelectorAll('.printed > li')).toHaveLength(8);
  expect(shown.querySelector('.printed .verdict')?.textContent).toBe('quotes 2,000 words');
  const details = shown.querySelector<HTMLDetailsElement>('.printed details');
  await press(details?.querySelector('summary'));
  await waitUntil(() => details?.querySelector('.note') !== null);
  expect(details?.querySelector('.note')?.textContent).toBe('Too different to show word by word.');
  expect(details?.querySelector('.difference')).toBeNull();
});
