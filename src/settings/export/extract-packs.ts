import { endOfString } from '../../knowledge/json/end-of-string.ts';

/** The half-open offsets of a pack in the text of an export. */
export interface PackPlace {
  readonly start: number;
  readonly end: number;
}

export interface ExtractedExport {
  /** The text with `null` in place of each pack. */
  readonly frame: string;
  /** By the index of its entry in `packs`. */
  readonly places: ReadonlyMap<number, PackPlace>;
}

/** Depth inside the file's object, inside an entry of `packs`, inside the entry's fields, and inside its pack. */
const [inFile, inPacks, inEntry, inPack] = [1, 2, 3, 4];

/**
 * Cuts the packs out of the text of an export, in one pass over its characters. Each pack can then be read separately,
 * with the limits of a pack file: the total is bounded only by the length of the text. Never throws. If the text is not
 * JSON, the frame or one of the packs is not JSON either.
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

/** The content of a string, if it is a key. */
function readKey(text: string, from: number, end: number): string | undefined {
  const isKey = /^\s{0,1000}:/.test(text.slice(end + 1, end + 1002));
  return isKey ? text.slice(from + 1, Math.min(end, from + maxKeyLength)) : undefined;
}
