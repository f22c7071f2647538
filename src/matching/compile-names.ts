import type { Name } from '../knowledge/pack-schema.ts';
import { foldText } from './fold-character.ts';
import * as format from './index-format.ts';
import { optionsOf, takesEs } from './name-options.ts';
import { hashText, joinHash, wordsOf } from './read-name-words.ts';
import { wordClassOf } from './word-edge.ts';
import { filterBit } from './word-scanner.ts';

export interface NamedEntity {
  /** `pack/entity`, see `qualify-pack.ts`. */
  readonly ref: string;
  /** Reference of its topic. */
  readonly topic: string;
  readonly show: 'always' | 'with-story';
  readonly names: readonly Name[];
}

interface PreparedName {
  readonly name: Name;
  readonly entity: number;
  /** Folded, in order; never empty. */
  readonly words: readonly string[];
}

/**
 * Every name of every entity in one transportable piece; the same bytes for the same input.
 * Names get their ids in the order of the input.
 * @throws RangeError for a name without a letter or digit: no text could be searched for it.
 */
export function compileNames(entities: readonly NamedEntity[]): Uint8Array {
  const prepared = entities.flatMap((entity, number) =>
    entity.names.map((name): PreparedName => {
      const words = wordsOf(foldText(name.text));
      if (words.length > 0) return { name, entity: number, words };
      throw new RangeError(
        `The name ${JSON.stringify(name.text)} of ${entity.ref} has no letter or digit to be found by: take it out.`,
      );
    }),
  );
  const paths = new PathTable();
  const anchors = new Set<string>();
  const flags = new Uint16Array(prepared.length);
  prepared.forEach(({ name, words }, id) => {
    const path = words;
    const spellings = optionsOf(name).mayTakePlural ? pluralPaths(path) : [];
    paths.add(path, id);
    // A final `s` is overlooked when paths are looked up; only `es` needs a path of its own.
    for (const spelling of spellings) if (spelling.at(-1)?.endsWith('es')) paths.add(spelling, id);
    for (const spelling of [path, ...spellings]) anchors.add(spelling[0] as string);
    flags[id] = flagsOf(name);
  });
  return assemble({
    ...paths.finish(),
    ...textSections(entities, prepared),
    nameFlags: flags,
    json: stringBytes(JSON.stringify(describe(entities, prepared))),
    filter: filterOf(anchors),
    scripts: Uint8Array.of(prepared.some(({ words }) => words.some(isOfOtherScript)) ? 1 : 0),
  });
}

/** So many bits for one word (two are set) that one word in sixty of a page is looked up in vain; at most 256 kB for a frame. */
const filterBitsForWord = 128;
const longestFilter = 1 << 18;

function filterOf(anchors: ReadonlySet<string>): Uint8Array {
  let length = 256;
  while (length * 8 < anchors.size * filterBitsForWord && length < longestFilter) length *= 2;
  const filter = new Uint8Array(length);
  for (const anchor of anchors) {
    // The plural too: a final `s` is overlooked when paths are looked up.
    for (const word of [anchor, `${anchor}s`]) {
      const bit = filterBit(hashText(word), length);
      filter[bit >>> 3] = (filter[bit >>> 3] as number) | (1 << (bit & 7));
    }
  }
  return filter;
}

function isOfOtherScript(word: string): boolean {
  return [...word].some((character) => wordClassOf(character.codePointAt(0) as number) !== 1);
}

/** The path with its last word in the plural, in every way that `match-name.ts` accepts. */
function pluralPaths(path: readonly string[]): string[][] {
  const last = path.at(-1) as string;
  const endings = takesEs.test(last) ? ['s', 'es'] : ['s'];
  return endings.map((ending) => [...path.slice(0, -1), last + ending]);
}

function flagsOf(name: Name): number {
  const options = optionsOf(name);
  return (
    (options.isExactCase ? format.flagExact : 0) |
    (options.mayTakePlural ? format.flagPlural : 0) |
    (Object.keys(ruleOf(name)).length > 0 ? format.flagRule : 0)
  );
}

function ruleOf(name: Name): Omit<Name, 'text' | 'case'> {
  const { text: _text, case: _case, ...rule } = name;
  return rule;
}

/** Paths of words to names, by hash: paths of equal hash share an entry, since what is found is compared in full. */
class PathTable {
  readonly #entries = new Map<number, { ids: number[]; continues: boolean }>();

  add(words: readonly string[], id: number): void {
    let path = 0;
    words.forEach((word, i) => {
      const hash = hashText(word);
      path = (i === 0 ? hash : joinHash(path, hash)) >>> 0;
      const entry = this.#entries.get(path) ?? { ids: [], continues: false };
      this.#entries.set(path, entry);
      if (i === words.length - 1) entry.ids.push(id);
      else entry.continues = true;
    });
  }

  finish(): { table: Uint32Array; order: Uint32Array } {
    let capacity = 16;
    while (capacity * 3 < this.#entries.size * 4) capacity *= 2;
    const table = new Uint32Array(2 * capacity);
    const order: number[] = [];
    for (const [path, { ids, continues }] of this.#entries) {
      let slot = path & (capacity - 1);
      while (table[2 * slot + 1] !== 0) slot = (slot + 1) & (capacity - 1);
      table[2 * slot] = path;
      table[2 * slot + 1] = ((ids.length > 0 ? order.length + 1 : 0) << 1) | (continues ? 1 : 0);
      for (const [i, id] of ids.entries())
        order.push(i === ids.length - 1 ? (id | format.lastInList) >>> 0 : id);
    }
    return { table, order: Uint32Array.from(order) };
  }
}

function describe(entities: readonly NamedEntity[], prepared: readonly PreparedName[]): object {
  const rules: Record<number, object> = {};
  prepared.forEach(({ name }, id) => {
    const rule = ruleOf(name);
    if (Object.keys(rule).length > 0) rules[id] = rule;
  });
  return { topics: topicsOf(entities), rules };
}

function topicsOf(entities: readonly NamedEntity[]): string[] {
  return [...new Set(entities.map(({ topic }) => topic))];
}

function stringBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  format.encodeString(text, bytes);
  return Uint8Array.from(bytes);
}

function textSections(entities: readonly NamedEntity[], prepared: readonly PreparedName[]) {
  const pool: number[] = [];
  const nameText = prepared.map(({ name }) => {
    const offset = pool.length;
    format.encodeString(name.text, pool);
    return offset;
  });
  nameText.push(pool.length);
  const entityText = entities.map(({ ref }) => {
    const offset = pool.length;
    format.encodeString(ref, pool);
    return offset;
  });
  entityText.push(pool.length);
  const topicNumbers = new Map(topicsOf(entities).map((topic, number) => [topic, number]));
  const entityMeta = entities.map(
    ({ topic, show }) => 2 * (topicNumbers.get(topic) as number) + (show === 'with-story' ? 1 : 0),
  );
  return {
    nameText: Uint32Array.from(nameText),
    nameEntity: Uint32Array.from(prepared, ({ entity }) => entity),
    entityText: Uint32Array.from(entityText),
    entityMeta: Uint16Array.from(entityMeta),
    pool: Uint8Array.from(pool),
  };
}

type Sections = Readonly<Record<format.SectionName, Uint8Array | Uint16Array | Uint32Array>>;

function assemble(sections: Sections): Uint8Array {
  const header: number[] = [];
  let offset = format.headerLength;
  for (const name of format.sectionNames) {
    header.push(offset, sections[name].byteLength);
    offset += Math.ceil(sections[name].byteLength / 4) * 4;
  }
  const bytes = new Uint8Array(offset);
  new Uint32Array(bytes.buffer).set([format.indexMagic, format.indexVersion, offset, ...header]);
  format.sectionNames.forEach((name, i) => {
    const section = sections[name];
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), header[2 * i]);
  });
  return bytes;
}
