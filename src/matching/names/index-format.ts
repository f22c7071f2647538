/**
 * The layout of a compiled name index. All numbers are little-endian, as every device that runs a browser is,
 * and 32 bits wide where not said otherwise:
 *
 *   header       magic, version, total bytes, then of each section its offset and length in bytes
 *   order        the id of each spelling's name (a plural is a spelling of its own), in the order of `spellings`
 *   nameText     for each name the offset of its spelling in `pool`, and one more for the end
 *   nameEntity   for each name its entity's number
 *   nameFlags    16 bits: exact case, plural, rule, plain
 *   entityText   for each entity the offset of its reference in `pool`, and one more for the end
 *   entityMeta   16 bits: for each entity twice its topic's number, plus 1 where it is shown with a story only
 *   pool         strings: one byte a character where they are Latin-1, else behind 0xff two bytes a unit
 *   json         as one string like those of the pool: {topics, rules: {name id: rule}}
 *   spellings    as one string like those of the pool: see `spellings.ts`
 */
export const sectionNames = [
  'order',
  'nameText',
  'nameEntity',
  'nameFlags',
  'entityText',
  'entityMeta',
  'pool',
  'json',
  'spellings',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const indexMagic = 0x4c444953; // "SIDL"
export const indexVersion = 4;
export const headerLength = 4 * (3 + 2 * sectionNames.length);

export const flagExact = 1;
export const flagPlural = 2;
export const flagRule = 4;
/** Folding changes nothing but case, and the name begins with a letter or digit. */
export const flagPlain = 8;

/** Marks a pool string of two bytes a unit; ÿ begins no Latin-1 string, which is then written wide. */
const wideMark = 0xff;

/** Appends a text's UTF-16 units to `into`: a byte each where none is above 255, else the mark and two bytes each, the low one first. */
export function encodeString(text: string, into: number[]): void {
  let isWide = text.charCodeAt(0) === wideMark;
  for (let i = 0; i < text.length && !isWide; i++) isWide = text.charCodeAt(i) > 0xff;
  if (isWide) into.push(wideMark);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    into.push(unit & 0xff);
    if (isWide) into.push(unit >> 8);
  }
}

/** Few enough arguments for every engine's stack. */
const chunk = 8192;

/** The text that `encodeString` wrote from `start` to `end` (half-open). @throws RangeError where these lie outside of `bytes` */
export function decodeString(bytes: Uint8Array, start: number, end: number): string {
  if (!(start <= end && end <= bytes.length))
    throw new RangeError('The name index is damaged: a text lies outside.');
  const isWide = bytes[start] === wideMark && end > start;
  let text = '';
  if (!isWide) {
    for (let i = start; i < end; i += chunk) {
      text += String.fromCharCode.apply(
        null,
        bytes.subarray(i, Math.min(end, i + chunk)) as unknown as number[],
      );
    }
    return text;
  }
  for (let i = start + 1; i + 1 < end; i += 2) {
    text += String.fromCharCode((bytes[i] as number) | ((bytes[i + 1] as number) << 8));
  }
  return text;
}
