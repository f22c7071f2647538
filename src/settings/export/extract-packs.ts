import { JsonScanner } from '../../knowledge/json/json-scanner.ts';
import { maxDepth } from '../../knowledge/pack-limits.ts';

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
  /** The offset of the first character that keeps the text from being JSON; packs behind it are not found. */
  readonly faultAt?: number;
}

/** Depth inside the file's object, inside an entry of `packs`, inside the entry's fields, and inside its pack. */
const [inFile, inPacks, inEntry, inPack] = [1, 2, 3, 4];

/**
 * Cuts the packs out of the text of an export, in one pass over its characters, so that each can be read by itself, with
 * the limits that a pack has in a file of its own: their sum is bounded by nothing but the length of the text. Never
 * throws.
 */
export function extractPacks(text: string): ExtractedExport {
  const scanner = new JsonScanner(text);
  const places = new Map<number, PackPlace>();
  const pieces: string[] = [];
  let [number, copied, start] = [0, 0, -1];
  let key = '';
  let isInPacks = false;
  let token = scanner.next();
  for (; token !== 'end' && token !== 'fault'; token = scanner.next()) {
    const { depth } = scanner;
    // The frame will be refused for this, whatever comes behind it.
    if (depth > maxDepth && start < 0) break;
    switch (token) {
      case 'key':
        // No longer key matters here, and it may be huge.
        if (depth === inFile || (isInPacks && depth === inEntry)) {
          key =
            scanner.end - scanner.start > maxKeyLength ? '' : text.slice(scanner.start + 1, scanner.end - 1);
        }
        break;
      case 'listStart':
        if (depth === inPacks && key === 'packs') [isInPacks, number] = [true, 0];
        break;
      case 'objectStart':
        if (depth === inPack && isInPacks && key === 'pack') start = scanner.start;
        break;
      case 'objectEnd':
      case 'listEnd':
        if (depth === inEntry && start >= 0) {
          places.set(number, { start, end: scanner.end });
          pieces.push(text.slice(copied, start), 'null');
          [copied, start] = [scanner.end, -1];
        }
        if (depth === inFile) isInPacks = false;
        break;
      case 'comma':
        if (isInPacks && depth === inPacks) number += 1;
        break;
    }
  }
  const frame = [...pieces, text.slice(copied)].join('');
  return { frame, places, ...(token === 'fault' && { faultAt: scanner.start }) };
}

const maxKeyLength = 20;
