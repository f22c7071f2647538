import { JsonScanner } from '../../knowledge/json/json-scanner.ts';
import { maxDepth } from '../../knowledge/pack-limits.ts';

/** The lists whose entries hold something large, in a field of this name. */
const fields = { packs: 'pack', kept: 'article' } as const;

export type EntryList = keyof typeof fields;

/** The half-open offsets of a pack or kept article in the text of an export. */
export interface EntryPlace {
  readonly start: number;
  readonly end: number;
}

export interface ExtractedExport {
  /** The text with `null` in place of each pack and kept article. */
  readonly frame: string;
  /** By the index of its entry in the list. */
  readonly places: Readonly<Record<EntryList, ReadonlyMap<number, EntryPlace>>>;
  /** The offset of the first character that keeps the text from being JSON; what is behind it is not found. */
  readonly faultAt?: number;
}

/** Depth inside the file's object, inside a list, inside an entry of it, and inside what the entry holds. */
const [inFile, inList, inEntry, inHeld] = [1, 2, 3, 4];

/**
 * Cuts packs and kept articles out of the text of an export, in one pass over its characters, so that each can be read
 * by itself, with the limits that a pack has in a file of its own: their sum is bounded by nothing but the length of
 * the text. Never throws.
 */
export function extractEntries(text: string): ExtractedExport {
  const scanner = new JsonScanner(text);
  const places = { packs: new Map<number, EntryPlace>(), kept: new Map<number, EntryPlace>() };
  const pieces: string[] = [];
  let [number, copied, start] = [0, 0, -1];
  let key = '';
  let list: EntryList | undefined;
  let token = scanner.next();
  for (; token !== 'end' && token !== 'fault'; token = scanner.next()) {
    const { depth } = scanner;
    // The frame will be refused for this, whatever comes behind it.
    if (depth > maxDepth && start < 0) break;
    switch (token) {
      case 'key':
        // No longer key matters here, and it may be huge.
        if (depth === inFile || (list && depth === inEntry)) {
          key =
            scanner.end - scanner.start > maxKeyLength ? '' : text.slice(scanner.start + 1, scanner.end - 1);
        }
        break;
      case 'listStart':
        if (depth === inList && isEntryList(key)) [list, number] = [key, 0];
        break;
      case 'objectStart':
        if (depth === inHeld && list && key === fields[list]) start = scanner.start;
        break;
      case 'objectEnd':
      case 'listEnd':
        if (depth === inEntry && list && start >= 0) {
          places[list].set(number, { start, end: scanner.end });
          pieces.push(text.slice(copied, start), 'null');
          [copied, start] = [scanner.end, -1];
        }
        if (depth === inFile) list = undefined;
        break;
      case 'comma':
        if (list && depth === inList) number += 1;
        break;
    }
  }
  const frame = [...pieces, text.slice(copied)].join('');
  return { frame, places, ...(token === 'fault' && { faultAt: scanner.start }) };
}

const maxKeyLength = 20;

function isEntryList(key: string): key is EntryList {
  return Object.hasOwn(fields, key);
}
