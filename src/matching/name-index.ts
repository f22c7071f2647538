import type { Name } from '../knowledge/pack-schema.ts';
import { foldText } from './fold-character.ts';
import * as format from './index-format.ts';
import type { NameOptions } from './name-options.ts';
import { signsBeforeWord } from './read-name-words.ts';
import type { ScannedIndex } from './word-scanner.ts';

export interface IndexedName {
  readonly id: number;
  readonly text: string;
  /** Reference of the entity (`pack/entity`). */
  readonly entity: string;
  readonly topic: string;
  readonly show: 'always' | 'with-story';
  /** Whatever the pack says beyond spelling and case; absent where it says nothing. */
  readonly rule?: Omit<Name, 'text' | 'case'>;
}

/** All names of all enabled packs, ready to be found. Made from bytes by `openNameIndex`. */
export interface NameIndex {
  readonly nameCount: number;
  /** @throws RangeError where there is no such name, or the index is damaged there. */
  name(nameId: number): IndexedName;
}

/** What is compared with a text. */
export interface NamePattern {
  readonly folded: string;
  /** The signs of `folded` before its first word, at which it is looked up. */
  readonly prefix: string;
  readonly options: NameOptions;
}

/** What the finder sees of an index. */
export interface SearchableIndex extends NameIndex, ScannedIndex {
  /** The names at a table value. */
  namesAt(value: number): number[];
  pattern(nameId: number): NamePattern;
}

interface Description {
  readonly topics: readonly string[];
  readonly rules: Readonly<Record<string, Omit<Name, 'text' | 'case'>>>;
}

class OpenIndex implements SearchableIndex {
  readonly nameCount: number;
  readonly filter: Uint8Array;
  readonly hasOtherScripts: boolean;
  readonly #table: Uint32Array;
  readonly #order: Uint32Array;
  readonly #nameText: Uint32Array;
  readonly #nameEntity: Uint32Array;
  readonly #nameFlags: Uint16Array;
  readonly #entityText: Uint32Array;
  readonly #entityMeta: Uint16Array;
  readonly #pool: Uint8Array;
  readonly #json: Uint8Array;
  readonly #patterns = new Map<number, NamePattern>();
  #description: Description | undefined;

  constructor(bytes: Uint8Array) {
    const sections = readHeader(bytes);
    const numbers = ([offset, length]: Section) =>
      new Uint32Array(bytes.buffer, bytes.byteOffset + offset, length >> 2);
    const halves = ([offset, length]: Section) =>
      new Uint16Array(bytes.buffer, bytes.byteOffset + offset, length >> 1);
    const raw = ([offset, length]: Section) => bytes.subarray(offset, offset + length);
    this.#table = numbers(sections.table);
    this.#order = numbers(sections.order);
    this.#nameText = numbers(sections.nameText);
    this.#nameEntity = numbers(sections.nameEntity);
    this.#nameFlags = halves(sections.nameFlags);
    this.#entityText = numbers(sections.entityText);
    this.#entityMeta = halves(sections.entityMeta);
    this.#pool = raw(sections.pool);
    this.#json = raw(sections.json);
    this.filter = raw(sections.filter);
    this.hasOtherScripts = raw(sections.scripts)[0] === 1;
    this.nameCount = this.#nameFlags.length;
    const slots = this.#table.length / 2;
    const isSound =
      slots >= 1 &&
      Number.isInteger(Math.log2(slots)) &&
      this.filter.length >= 1 &&
      Number.isInteger(Math.log2(this.filter.length)) &&
      this.#nameText.length === this.nameCount + 1 &&
      this.#nameEntity.length === this.nameCount &&
      this.#entityText.length === this.#entityMeta.length + 1;
    if (!isSound) throw new RangeError('The name index is damaged: its tables do not fit each other.');
  }

  lookUp(path: number): number {
    const table = this.#table;
    const mask = table.length / 2 - 1;
    const wanted = path >>> 0;
    // A damaged table may have no empty slot: no more looks than slots.
    for (let slot = wanted & mask, looks = 0; looks <= mask; slot = (slot + 1) & mask, looks++) {
      const value = table[2 * slot + 1] as number;
      if (value === 0 || table[2 * slot] === wanted) return value;
    }
    return 0;
  }

  namesAt(value: number): number[] {
    const ids: number[] = [];
    const first = (value >>> 1) - 1;
    if (first < 0) return ids;
    for (let i = first; i < this.#order.length; i++) {
      const entry = this.#order[i] as number;
      const id = (entry & ~format.lastInList) >>> 0;
      if (id < this.nameCount) ids.push(id);
      if (entry >= format.lastInList) break;
    }
    return ids;
  }

  pattern(nameId: number): NamePattern {
    let pattern = this.#patterns.get(nameId);
    if (!pattern) {
      const flags = this.#nameFlags[nameId] as number;
      const text = this.#textOf(nameId);
      const isExactCase = (flags & format.flagExact) !== 0;
      pattern = {
        folded: foldText(text, isExactCase),
        prefix: signsBeforeWord(foldText(text)),
        options: { isExactCase, mayTakePlural: (flags & format.flagPlural) !== 0 },
      };
      this.#patterns.set(nameId, pattern);
    }
    return pattern;
  }

  name(nameId: number): IndexedName {
    const flags = this.#nameFlags[nameId];
    const entity = this.#nameEntity[nameId];
    if (flags === undefined || entity === undefined) {
      throw new RangeError(`There is no name ${nameId} among ${this.nameCount}.`);
    }
    const meta = this.#entityMeta[entity];
    const { topics, rules } = this.#describe();
    const topic = meta === undefined ? undefined : topics[meta >> 1];
    const rule = (flags & format.flagRule) === 0 ? undefined : rules[nameId];
    if (meta === undefined || topic === undefined || ((flags & format.flagRule) !== 0 && !rule)) {
      throw new RangeError(`The name index is damaged at name ${nameId}.`);
    }
    return {
      id: nameId,
      text: this.#textOf(nameId),
      entity: format.decodeString(
        this.#pool,
        this.#entityText[entity] as number,
        this.#entityText[entity + 1] as number,
      ),
      topic,
      show: meta & 1 ? 'with-story' : 'always',
      ...(rule && { rule }),
    };
  }

  #textOf(nameId: number): string {
    return format.decodeString(
      this.#pool,
      this.#nameText[nameId] as number,
      this.#nameText[nameId + 1] as number,
    );
  }

  #describe(): Description {
    let description = this.#description;
    if (!description) {
      try {
        description = JSON.parse(format.decodeString(this.#json, 0, this.#json.length));
      } catch (error) {
        throw new RangeError('The name index is damaged: its rules cannot be read.', { cause: error });
      }
    }
    if (!Array.isArray(description?.topics) || typeof description.rules !== 'object' || !description.rules) {
      throw new RangeError('The name index is damaged: its rules are none.');
    }
    this.#description = description;
    return this.#description;
  }
}

type Section = readonly [offset: number, length: number];

function readHeader(bytes: Uint8Array): Record<format.SectionName, Section> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < format.headerLength || view.getUint32(0, true) !== format.indexMagic) {
    throw new RangeError('These bytes are no name index.');
  }
  const version = view.getUint32(4, true);
  if (version !== format.indexVersion) {
    throw new RangeError(
      `The name index has version ${version}, this reads version ${format.indexVersion}: compile the packs again.`,
    );
  }
  if (view.getUint32(8, true) !== bytes.length) {
    throw new RangeError(`The name index is cut off: ${bytes.length} of ${view.getUint32(8, true)} bytes.`);
  }
  const sections: Partial<Record<format.SectionName, Section>> = {};
  format.sectionNames.forEach((name, i) => {
    const offset = view.getUint32(12 + 8 * i, true);
    const length = view.getUint32(16 + 8 * i, true);
    if (offset % 4 !== 0 || offset + length > bytes.length) {
      throw new RangeError(`The name index is damaged: its section ${name} lies outside.`);
    }
    sections[name] = [offset, length];
  });
  return sections as Record<format.SectionName, Section>;
}

/** @throws RangeError where the bytes are no sound index of this version. */
export function openNameIndex(bytes: Uint8Array): NameIndex {
  // Numbers are read in place, which needs them to lie at multiples of their size.
  return new OpenIndex(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice());
}
