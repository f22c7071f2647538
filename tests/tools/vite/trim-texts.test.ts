import { expect, test } from 'vitest';
import { trimCatalogues } from '../../../tools/vite/trim-texts.ts';

const catalogue = (texts: string) => `{extensionName:{message:"Sidelight"},${texts}}`;

test.each([
  ['what is asked for stays', 'a:{message:`A`},b:{message:`B`}', 'say("a");say(`b`)', ['a', 'b']],
  ['what nobody asks for goes', 'a:{message:`A`},b:{message:`B`},c:{message:"C"}', "say('b')", ['b']],
  [
    'the forms of a plural stay together',
    'n_one:{message:`1`},n_other:{message:`2`}',
    'count(`n`)',
    ['n_one', 'n_other'],
  ],
  [
    'a part of a key asks for nothing',
    'card:{message:`1`},cardBack:{message:`2`}',
    'say(`cardBack`)',
    ['cardBack'],
  ],
  [
    'a table of keys asks for what is in it',
    'a:{message:`A`},b:{message:`B`}',
    'x={one:`a`,two:`b`}',
    ['a', 'b'],
  ],
  ['what a text says asks for nothing', 'a:{message:`not b`},b:{message:`B`}', 'say(`a`)', ['a']],
])('%s', (_what, texts, code, left) => {
  for (const rest of [`;${code}`, `,more={message:\`x\`};${code}`]) {
    const trimmed = trimCatalogues(`var catalogue=${catalogue(texts)}${rest}`);
    const read = new Function('say', 'count', 'x', `${trimmed};return Object.keys(catalogue)`);
    expect(
      read(
        () => 0,
        () => 0,
        {},
      ),
    ).toEqual(left);
    expect(trimmed.endsWith(rest)).toBe(true);
  }
});

test('each language of several loses the same', () => {
  const texts = ['A', 'B'].map((a) => catalogue(`a:{message:\`${a}\`},b:{message:\`${a}\`}`));
  const trimmed = trimCatalogues(`var x=${texts[0]},y=${texts[1]};say(x.b,y.b)`);
  expect(trimmed).toBe('var x={b:{message:`A`}},y={b:{message:`B`}};say(x.b,y.b)');
});

test('objects that are no catalogue are left as they are', () => {
  const code = 'var x={a:{message:`A`},b:{message:`B`}};say(x)';
  expect(trimCatalogues(code)).toBe(code);
});
