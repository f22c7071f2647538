import type { Name } from '../../knowledge/pack-schema.ts';
import { foldText } from '../text/fold-character.ts';
import { nameWordsOf, signsBeforeWord } from '../text/read-name-words.ts';
import * as format from './index-format.ts';
import { collectNames, growBranch, maxAlike, type NameBranch } from './name-branch.ts';
import { type NameOptions, pluralPaths } from './name-options.ts';
import { onlyWord, openSpellings, type Spellings } from './spellings.ts';

export interface IndexedName {
  readonly id: number;
  readonly text: string;
  /** Reference of the entity (`pack/entity`). */
  readonly entity: string;
  readonly topic: string;
  readonly show: 'always' | 'with-story';
  /** See `Mention`. */
  readonly weight: number;
  /** What the pack says beyond spelling and case; absent if nothing. */
  readonly rule?: Omit<Name, 'text' | 'case'>;
}

/** All names of all enabled packs, ready for matching. Made from bytes by `openNameIndex`. */
export interface NameIndex {
  readonly nameCount: number;
  /** @throws RangeError if there is no such name, or the index is damaged there */
  name(nameId: number): IndexedName;
  /** @throws RangeError if the index is damaged there */
  pattern(nameId: number): NamePattern;
  /** Whether the name's entity is shown on every page; cheaper than `name`, for callers that check every name. */
  isAlwaysShown(nameId: number): boolean;
  /**
   * The names that may start with the word at `at` of a text's folded words; complete except for those beyond
   * `maxAlike`.
   * @throws RangeError if the index is damaged
   */
  namesAt(words: readonly string[], at: number): readonly number[];
}

/** What is compared with a text. */
export interface NamePattern {
  readonly folded: string;
  /** The signs of `folded` before its first word, by which it is looked up. */
  readonly prefix: string;
  readonly wordCount: number;
  readonly options: NameOptions;
}

interface Description {
  readonly topics: readonly string[];
  readonly rules: Readonly<Record<string, Omit<Name, 'text' | 'case'>>>;
}

const noNames: readonly number[] = [];
/** So few are compared with the text faster than their words are looked up. */
const fewNames = 8;

class OpenIndex implements NameIndex {
  readonly nameCount: number;
  readonly #spellings: Spellings;
  readonly #order: Uint32Array;
  readonly #nameText: Uint32Array;
  readonly #nameEntity: Uint32Array;
  readonly #nameFlags: Uint16Array;
  readonly #entityText: Uint32Array;
  readonly #entityMeta: Uint16Array;
  readonly #entityWeight: Uint8Array;
  readonly #pool: Uint8Array;
  readonly #json: Uint8Array;
  readonly #patterns = new Map<number, NamePattern>();
  readonly #names = new Map<number, IndexedName>();
  /** By the positions of their names: the same list for the same two words. */
  readonly #branches = new Map<readonly number[], NameBranch>();
  #description: Description | undefined;

  constructor(bytes: Uint8Array) {
    const sections = readHeader(bytes);
    const numbers = ([offset, length]: Section) =>
      new Uint32Array(bytes.buffer, bytes.byteOffset + offset, length >> 2);
    const halves = ([offset, length]: Section) =>
      new Uint16Array(bytes.buffer, bytes.byteOffset + offset, length >> 1);
    const raw = ([offset, length]: Section) => bytes.subarray(offset, offset + length);
    this.#order = numbers(sections.order);
    this.#nameText = numbers(sections.nameText);
    this.#nameEntity = numbers(sections.nameEntity);
    this.#nameFlags = halves(sections.nameFlags);
    this.#entityText = numbers(sections.entityText);
    this.#entityMeta = halves(sections.entityMeta);
    this.#entityWeight = raw(sections.entityWeight);
    this.#pool = raw(sections.pool);
    this.#json = raw(sections.json);
    const spellings = raw(sections.spellings);
    this.#spellings = openSpellings(format.decodeString(spellings, 0, spellings.length));
    this.nameCount = this.#nameFlags.length;
    const isValid =
      this.#nameText.length === this.nameCount + 1 &&
      this.#nameEntity.length === this.nameCount &&
      this.#entityText.length === this.#entityMeta.length + 1 &&
      this.#entityWeight.length === this.#entityMeta.length;
    if (!isValid) throw new RangeError('The name index is damaged: its tables do not fit each other.');
  }

  namesAt(words: readonly string[], at: number): readonly number[] {
    const following = this.#spellings.following(words[at] as string);
    if (!following) return noNames;
    const second = words[at + 1];
    const alone = following.get(onlyWord);
    const together = second === undefined ? undefined : following.get(second);
    if (!alone && !together) return noNames;
    const found: number[] = [];
    if (alone) for (const place of alone.slice(0, maxAlike)) found.push(this.#nameAt(place));
    if (together) this.#collect(together, words, at + 2, found);
    return found;
  }

  #collect(places: readonly number[], words: readonly string[], at: number, found: number[]): void {
    if (places.length <= fewNames) {
      for (const place of places) found.push(this.#nameAt(place));
      return;
    }
    let branch = this.#branches.get(places);
    if (!branch) {
      branch = growBranch(
        places.map((place) => this.#nameAt(place)),
        (id) => this.#listPaths(id),
      );
      this.#branches.set(places, branch);
    }
    collectNames(branch, words, at, found);
  }

  /** What follows the first two words of a name. */
  #listPaths(nameId: number): readonly (readonly string[])[] {
    const { folded, options } = this.pattern(nameId);
    const path = nameWordsOf(folded).slice(2);
    return path.length > 0 && options.canBePlural ? [path, ...pluralPaths(path)] : [path];
  }

  pattern(nameId: number): NamePattern {
    let pattern = this.#patterns.get(nameId);
    if (!pattern) {
      const flags = this.#nameFlags[nameId] as number;
      const text = this.#textOf(nameId);
      const isExactCase = (flags & format.flagExact) !== 0;
      const isPlain = (flags & format.flagPlain) !== 0;
      const small = isPlain ? text.toLowerCase() : foldText(text);
      const folded = isExactCase ? (isPlain ? text : foldText(text, true)) : small;
      pattern = {
        folded,
        wordCount: nameWordsOf(folded).length,
        prefix: isPlain ? '' : signsBeforeWord(small),
        options: { isExactCase, canBePlural: (flags & format.flagPlural) !== 0 },
      };
      this.#patterns.set(nameId, pattern);
    }
    return pattern;
  }

  isAlwaysShown(nameId: number): boolean {
    return ((this.#entityMeta[this.#nameEntity[nameId] as number] as number) & 1) === 0;
  }

  name(nameId: number): IndexedName {
    let name = this.#names.get(nameId);
    if (!name) {
      name = this.#readName(nameId);
      this.#names.set(nameId, name);
    }
    return name;
  }

  #nameAt(place: number): number {
    const id = this.#order[place];
    if (id === undefined || id >= this.nameCount)
      throw new RangeError('The name index is damaged: a spelling has no name.');
    return id;
  }

  #readName(nameId: number): IndexedName {
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
      weight: this.#entityWeight[entity] as number,
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

/** @throws RangeError if the bytes are not a valid index of this version */
export function openNameIndex(bytes: Uint8Array): NameIndex {
  // Numbers are read in place, which requires them to be aligned to their size.
  return new OpenIndex(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice());
}
