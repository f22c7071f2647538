import { endOfString } from '../../knowledge/json/end-of-string.ts';

/** Where a pack stands in the text of an export, half-open. */
export interface PackPlace {
  readonly start: number;
  readonly end: number;
}

export interface ExtractedExport {
  /** The text with `null` in the place of each pack. */
  readonly frame: string;
  /** By the number of its entry in `packs`. */
  readonly places: ReadonlyMap<number, PackPlace>;
}

/** Depth of what stands in the file's object, of an entry of `packs`, of what stands in the entry, and of its pack. */
const [inFile, inPacks, inEntry, inPack] = [1, 2, 3, 4];

/**
 * Cuts the packs out of the text of an export, in one pass over its characters, so that each can be read by itself, with
 * the limits that a pack has in a file of its own: their sum is bounded by nothing but the length of the text. Never
 * throws. Of a text that is no JSON the frame is none either, or one of the packs.
 */
export function extractPacks(text: string): ExtractedExport {
  const places = new Map<number, PackPlace>();
  const pieces: string[] = [];
  let [depth, number, copied, start] = [0, 0, 0, -1];
  let key = '';
  let isInPacks = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at + 1);
        if (depth === inFile || (isInPacks && depth === inEntry)) key = readKey(text, at, end) ?? key;
        at = end;
        break;
      }
      case '{':
      case '[':
        depth += 1;
        if (depth === inPacks && text[at] === '[' && key === 'packs') [isInPacks, number] = [true, 0];
        else if (depth === inPack && text[at] === '{' && isInPacks && key === 'pack') start = at;
        break;
      case '}':
      case ']':
        depth -= 1;
        if (depth === inEntry && start >= 0) {
          places.set(number, { start, end: at + 1 });
          pieces.push(text.slice(copied, start), 'null');
          [copied, start] = [at + 1, -1];
        }
        if (depth === inFile) isInPacks = false;
        break;
      case ',':
        if (isInPacks && depth === inPacks) number += 1;
        break;
    }
  }
  return { frame: [...pieces, text.slice(copied)].join(''), places };
}

const maxKeyLength = 20;

/** What a string names, where it is a key. */
function readKey(text: string, from: number, end: number): string | undefined {
  const isKey = /^\s{0,1000}:/.test(text.slice(end + 1, end + 1002));
  return isKey ? text.slice(from + 1, Math.min(end, from + maxKeyLength)) : undefined;
}
