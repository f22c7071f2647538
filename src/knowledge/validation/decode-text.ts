import { lineAt } from '../json/line-at.ts';
import type { PackFault } from '../pack-problem.ts';

/** The Encoding Standard's decoder: every browser, worker and Node has it, but it is not in the ECMAScript library. */
declare const TextDecoder: new (
  label: 'utf-8' | 'utf-16le' | 'utf-16be',
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };

export type EncodingFault = Extract<
  PackFault,
  { readonly code: 'otherEncoding' | 'perhapsWindows1252' | 'notUtf8' }
>;

export type DecodedText =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text?: undefined; readonly fault: EncodingFault };

/**
 * Decodes a file that must be in UTF-8, with or without a byte order mark, which is kept. Refuses any other encoding,
 * including UTF-16 with its mark: quotations are compared exactly, and guessing characters would not be exact; decision
 * 043. Linear in the number of bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingByMark(bytes);
  if (marked !== undefined) return rejectEncoding(marked);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const at = findFault(bytes, text);
  if (at === undefined) return { text };
  if (isUtf16(bytes, text)) return rejectEncoding('UTF-16');
  return {
    fault: {
      code: looksWestern(text) ? 'perhapsWindows1252' : 'notUtf8',
      values: {
        line: lineAt(text, at.offset),
        column: at.offset - text.lastIndexOf('\n', at.offset),
        byte: (bytes[at.byteOffset] ?? 0).toString(16).toUpperCase().padStart(2, '0'),
      },
    },
  };
}

function rejectEncoding(encoding: string): DecodedText {
  return { fault: { code: 'otherEncoding', values: { encoding } } };
}

/** Longer marks first: that of UTF-32 begins with that of UTF-16. */
const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

function encodingByMark(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
}

/** The first byte that is not UTF-8, or is zero, which no text contains; undefined if there is none. */
function findFault(
  bytes: Uint8Array,
  text: string,
): { readonly offset: number; readonly byteOffset: number } | undefined {
  // The decoder replaces invalid bytes by U+FFFD, which a file may also contain legitimately.
  if (!text.includes('\ufffd') && !text.includes('\0')) return undefined;
  let byteOffset = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    const isFault = unit === 0 || (unit === 0xfffd && !isReplacementAt(bytes, byteOffset));
    if (isFault) return { offset, byteOffset };
    byteOffset += utf8LengthOf(unit);
  }
  return undefined;
}

function isReplacementAt(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

/** A surrogate pair has four bytes, two for each of its units. */
function utf8LengthOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}

/** How many bytes are tried as UTF-16. */
const sampleLength = 4096;

/**
 * Detects UTF-16 without its mark: the line ends and spaces of any text have a zero byte, and decoding gives text. Two
 * ASCII letters decode as one Chinese character, so if all bytes are also UTF-8, more than one stray zero is required.
 */
function isUtf16(bytes: Uint8Array, text: string): boolean {
  const sample = bytes.subarray(0, Math.min(sampleLength, bytes.length - (bytes.length % 2)));
  const zeros = sample.reduce((sum, byte) => (byte === 0 ? sum + 1 : sum), 0);
  const minZeros = text.includes('\ufffd') ? 1 : Math.max(2, sample.length * 0.05);
  if (zeros < minZeros) return false;
  return (['utf-16le', 'utf-16be'] as const).some((label) => {
    const read = new TextDecoder(label, { ignoreBOM: true }).decode(sample, { stream: true });
    return !noText.test(read);
  });
}

/** Control characters, unassigned characters, and the decoder's replacement character. */
const noText = /[^\P{Cc}\t\n\f\r]|\p{Cn}|\ufffd/u;

/**
 * Detects single bytes that are not UTF-8 between ASCII letters, as Windows-1252 and similar encodings write é and ’.
 * Whole words of them are another script; valid UTF-8 letters beside them show a damaged or mixed file; control
 * characters are not text.
 */
function looksWestern(text: string): boolean {
  return !/[^\0-\x7f\ufffd]|\ufffd{4}/.test(text) && !noText.test(text.replaceAll('\ufffd', ''));
}
