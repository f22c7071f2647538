import { expect, test, vi } from 'vitest';
import { foldContext } from '../../../src/matching/text/fold-context.ts';
import { beginsWithWord, compileWords, endsWithWord, hasWord } from '../../../src/matching/text/word-list.ts';

test.each([
  { word: 'camera', text: 'a camera, mounted', stands: true },
  { word: 'camera', text: 'a cameraman', stands: false },
  { word: 'camera', text: 'a video-camera', stands: true },
  { word: 'camera', text: 'a Camera', stands: false },
  { word: 'camera*', text: 'many cameras', stands: true },
  { word: 'camera*', text: 'a camera', stands: true },
  { word: 'camera*', text: 'bicameral', stands: false },
  { word: 'Homeland Security', text: 'Homeland\n   Security', stands: true },
  { word: 'Homeland Security', text: 'Homeland\u00a0Security', stands: true },
  { word: 'Homeland Security', text: 'Homelands Security', stands: false },
  { word: "Amazon's", text: 'Amazon’s', stands: true },
  { word: 'face-recognition', text: 'face\u2011recognition', stands: true },
  { word: 'Web Services', text: 'Web Ser\u00advices', stands: true },
  { word: '(AP)', text: 'NEW YORK (AP) — Amazon', stands: true },
  { word: '(AP)', text: 'the AP said', stands: false },
  { word: 'Ore.', text: 'in Hillsboro, Ore., on', stands: true },
  { word: 'García', text: 'Garci\u0301a', stands: true },
  { word: 'für', text: 'fürs', stands: false },
  { word: 'U.S.', text: 'the U.S. government', stands: true },
  { word: '水道', text: '港町水道委員会は', stands: true },
  { word: '道水', text: '港町水道委員会は', stands: false },
  { word: 'AI', text: '新しいAIを', stands: true },
  { word: 'AI', text: '新しいAIMを', stands: false },
  { word: 'น้ำ', text: 'ท่อน้ำของเมือง', stands: true },
  { word: '수도', text: '수도국은', stands: false },
])('"$word" stands in "$text": $stands', ({ word, text, stands }) => {
  expect(hasWord(foldContext(text), compileWords([word]))).toBe(stands);
});

test('finds a later whole word behind an earlier part of a word', () => {
  expect(hasWord('Rings and a Ring', compileWords(['Ring']))).toBe(true);
});

test.each([
  { text: 'Word and print', list: ['Word'], begins: true },
  { text: 'Wordpress site', list: ['Word'], begins: false },
  { text: 'rainforests burn', list: ['rainforest*'], begins: true },
  { text: '-powered cars', list: ['-powered'], begins: true },
  { text: ' rainforest', list: ['rainforest*'], begins: true },
  { text: '(2)', list: ['('], begins: true },
  { text: ' (Nasdaq: ZM)', list: ['('], begins: false },
  { text: ' = 2', list: [' ='], begins: true },
])('"$text" begins with $list: $begins', ({ text, list, begins }) => {
  expect(beginsWithWord(text, compileWords(list))).toBe(begins);
});

test.each([
  { text: 'fires in the ', list: ['the'], ends: true },
  { text: 'fires in bathe ', list: ['the'], ends: false },
  { text: 'Photo: Wilson/', list: ['/'], ends: true },
  { text: 'https://example.org/ ', list: ['/'], ends: false },
  { text: 'the Brazilians ', list: ['Brazil*'], ends: true },
  { text: 'the Brazilian upper ', list: ['Brazil*'], ends: false },
])('"$text" ends with $list: $ends', ({ text, list, ends }) => {
  expect(endsWithWord(text, compileWords(list))).toBe(ends);
});

test('a word is not tried at each letter of a long row of its own letters', () => {
  const row = 'a'.repeat(20_000);
  const list = compileWords(Array.from({ length: 150 }, (_, n) => 'a'.repeat(n + 2)));
  const search = vi.spyOn(String.prototype, 'indexOf');
  const isThere = hasWord(row, list);
  const count = search.mock.calls.length;
  search.mockRestore();
  expect(isThere).toBe(false);
  expect(count).toBeLessThan(4 * list.length);
  expect(hasWord(`${row} aaa`, list)).toBe(true);
  expect(hasWord(`${row}中aaa`, list)).toBe(true);
});

test('a word behind half a sign is looked for once', () => {
  expect(hasWord('x\ude00y \ude00y', compileWords(['\ude00y']))).toBe(true);
  expect(hasWord('x\ude00y', compileWords(['\ude00y']))).toBe(false);
  expect(hasWord('x😀y', compileWords(['😀y', 'y']))).toBe(false);
});
