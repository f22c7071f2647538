/** A file is decoded as UTF-8 or refused, with its likely encoding; no character is replaced. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/knowledge/validation/decode-text.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

const german = '{\n  "title": "Wasserwerk Südwest – „Köln“"\n}\n';
const japanese = '[\n  "東京の水道局は、すべての橋を調べると言った。",\n  "一一一　一"\n]\n';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const windows1252 = Buffer.from('{\n  "title": "S\xfcdwest \x96 \x84K\xf6ln\x93"\n}\n', 'latin1');
const utf32 = (text: string) =>
  Buffer.concat([...text].map((sign) => Buffer.from(Uint32Array.of(sign.codePointAt(0) ?? 0).buffer)));

test.each([
  ['plain ASCII', '{"a": 1}\n'],
  ['nothing', ''],
  ['letters of two, three and four bytes', 'é 東 😀'],
  ['a byte order mark', '\ufeff{"a": "é"}'],
  ['U+FFFD itself, which is for the pack reader to judge', 'K\ufffdln \ufffd\ufffd'],
  ['noncharacters', '\uffff\ufdd0'],
])('%s is read unchanged', (_, text) => {
  expect(decodeText(Buffer.from(text))).toEqual({ text });
});

test.each<readonly [what: string, bytes: Buffer, encoding: string]>([
  ['UTF-16, little end first, with its mark', utf16(`\ufeff${german}`), 'UTF-16'],
  ['UTF-16, big end first, with its mark', swapped(`\ufeff${german}`), 'UTF-16'],
  ['UTF-16, little end first', utf16(german), 'UTF-16'],
  ['UTF-16, big end first', swapped(german), 'UTF-16'],
  ['UTF-16 of ASCII only, which is UTF-8 with zeros', utf16('{"a": 1}'), 'UTF-16'],
  ['UTF-16 of a long text', utf16('水とみず\n'.repeat(2000)), 'UTF-16'],
  ['UTF-16 with letters of four bytes', utf16('😀\n'.repeat(2000)), 'UTF-16'],
  ['UTF-16 in Japanese, little end first', utf16(japanese), 'UTF-16'],
  ['UTF-16 in Japanese, big end first', swapped(japanese), 'UTF-16'],
  ['UTF-16, cut off within a sign', utf16(german).subarray(0, 41), 'UTF-16'],
  ['UTF-32 with its mark', utf32(`\ufeff${german}`), 'UTF-32'],
  ['UTF-32, big end first, with its mark', utf32(`\ufeff${german}`).swap32(), 'UTF-32'],
])('%s is refused by its name', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ fault: { code: 'otherEncoding', values: { encoding } } });
});

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000010000000100806000000', 'hex');
test.each<readonly [what: string, bytes: Buffer, code: string, line: number, column: number, byte: string]>([
  ['Windows-1252', windows1252, 'perhapsWindows1252', 2, 14, 'FC'],
  ['Windows-1252 in the last place', Buffer.from('caf\xe9', 'latin1'), 'perhapsWindows1252', 1, 4, 'E9'],
  ['a quotation mark first', Buffer.from('\x93a\x94', 'latin1'), 'perhapsWindows1252', 1, 1, '93'],
  [
    'Cyrillic in Windows-1251, whose words have no ASCII',
    Buffer.from('{"a":\n"\xcc\xee\xf1\xea\xe2\xe0"}', 'latin1'),
    'notUtf8',
    2,
    2,
    'CC',
  ],
  [
    'UTF-8 with one letter that is not',
    Buffer.concat([Buffer.from('Köln\nund S'), Buffer.from('\xfcdwest', 'latin1')]),
    'notUtf8',
    2,
    6,
    'FC',
  ],
  ['UTF-8 cut off within a letter', Buffer.from('Köln – ').subarray(0, 7), 'notUtf8', 1, 6, 'E2'],
  [
    'a bad byte after U+FFFD itself and a letter of four bytes',
    Buffer.concat([Buffer.from('\ufffd😀\n\ufffd'), Buffer.from([0xff])]),
    'notUtf8',
    2,
    2,
    'FF',
  ],
  ['an overlong form', Buffer.from([0x61, 0xc0, 0xaf]), 'perhapsWindows1252', 1, 2, 'C0'],
  ['half of a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), 'perhapsWindows1252', 1, 1, 'ED'],
  ['a picture', png, 'notUtf8', 1, 1, '89'],
  ['one zero in a text', Buffer.from('{"a":\n "b\0"}'), 'notUtf8', 2, 4, '00'],
  ['a file full of zeros', Buffer.alloc(5000), 'notUtf8', 1, 1, '00'],
])('%s is refused with its place', (_, bytes, code, line, column, byte) => {
  expect(decodeText(bytes)).toEqual({ fault: { code, values: { line, column, byte } } });
});

test('a decoded text equals its file, to the byte', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 4 }),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const bytes = Buffer.concat(parts);
      const { text, fault } = decodeText(bytes);
      if (text !== undefined) expect(Buffer.from(text).equals(bytes)).toBe(true);
      else if (fault.code !== 'otherEncoding') {
        expect(bytes.includes(Number.parseInt(String(fault.values.byte), 16))).toBe(true);
        expect(bytes.includes(0) || !isUtf8(bytes)).toBe(true);
      }
    }),
    fuzzRuns('decoding', 2_000),
  );
});

function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8')).equals(bytes);
}
