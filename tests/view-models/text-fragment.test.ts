import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/knowledge/text/locate-words.ts';
import { textFragmentAddress } from '../../src/view-models/text-fragment.ts';

const long =
  'We’ve advocated that governments should put in place stronger regulations to govern the ethical use of facial recognition technology';

describe('textFragmentAddress', () => {
  it.each([
    [
      'a short text is named whole',
      'https://example.org/a',
      'take a stand',
      'https://example.org/a#:~:text=take%20a%20stand',
    ],
    [
      'a long text is named by its ends',
      'https://example.org/a',
      long,
      'https://example.org/a#:~:text=We%E2%80%99ve%20advocated%20that%20governments%20should%20put,ethical%20use%20of%20facial%20recognition%20technology',
    ],
    [
      'a fragment of the address stays',
      'https://example.org/a#part',
      'x',
      'https://example.org/a#part:~:text=x',
    ],
    [
      'signs with a meaning are escaped',
      'https://example.org/a',
      'a-b, c & d',
      'https://example.org/a#:~:text=a%2Db%2C%20c%20%26%20d',
    ],
  ])('%s', (_case, address, text, expected) => {
    expect(textFragmentAddress(address, text)).toBe(expected);
  });

  it('names a long text without spaces by its ends, too', () => {
    const japanese = `我々は鉛を発見した。${'すべての管を交換する。'.repeat(20)}家族に同じ日に伝えた。`;
    const address = textFragmentAddress('https://example.org/a', japanese);
    const [first = '', last = ''] = (address.split(':~:text=')[1] ?? '').split(',').map(decodeURIComponent);
    expect(japanese.startsWith(first) && japanese.endsWith(last)).toBe(true);
    expect([countWords(first), countWords(last)]).toEqual([6, 6]);
    expect(first.length + last.length).toBeLessThan(40);
  });
});
