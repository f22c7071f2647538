/**
 * The layout of a compiled name index. All numbers are little-endian, like every device that runs a browser,
 * and 32 bits wide unless noted:
 *
 *   header       magic, version, total bytes, then of each section its offset and length in bytes
 *   order        the id of each spelling's name (a plural is a spelling of its own), in the order of `spellings`
 *   nameText     for each name the offset of its spelling in `pool`, and one more for the end
 *   nameEntity   for each name its entity's number
 *   nameFlags    16 bits: exact case, plural, rule, plain
 *   entityText   for each entity the offset of its reference in `pool`, and one more for the end
 *   entityMeta   16 bits: for each entity twice its topic's number, plus 1 if it is shown only with a story
 *   entityWeight 8 bits: how much there is to say about each entity, see `weigh-entities.ts`
 *   pool         strings: one byte a character in Latin-1, else 0xff and two bytes a unit
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
  'entityWeight',
  'pool',
  'json',
  'spellings',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const indexMagic = 0x4c444953; // "SIDL"
export const indexVersion = 5;
export const headerLength = 4 * (3 + 2 * sectionNames.length);

export const flagExact = 1;
export const flagPlural = 2;
export const flagRule = 4;
/** Folding changes nothing but case, and the name starts with a letter or digit. */
export const flagPlain = 8;

/**
 * Marks a pool string with two bytes a unit. A Latin-1 string never starts with ÿ, because such a string is
 * written wide.
 */
const wideMark = 0xff;

/**
 * Appends a text's UTF-16 units to `into`: a byte each if none is above 255, else the mark and two bytes
 * each, low byte first.
 */
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

/**
 * The text that `encodeString` wrote from `start` to `end` (half-open).
 * @throws RangeError if these are outside `bytes`
 */
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
