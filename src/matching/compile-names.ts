import type { Name } from '../knowledge/pack-schema.ts';
import { chooseAnchor, type NameWord, wordsOf } from './choose-anchor.ts';
import { foldText } from './fold-character.ts';
import * as format from './index-format.ts';
import { optionsOf, takesEs } from './name-options.ts';
import { hashText, joinHash } from './read-name-words.ts';

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
  readonly words: readonly NameWord[];
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
  const nameCounts = countNames(prepared);
  const paths = new PathTable();
  const anchors = new Map<string, Set<string> | null>();
  const flags = new Uint16Array(prepared.length);
  prepared.forEach(({ name, words }, id) => {
    const chosen = chooseAnchor(words, nameCounts);
    const anchor = (words[chosen] as NameWord).start <= format.longestPrefix ? chosen : 0;
    const path = words.slice(anchor).map(({ text }) => text);
    const spellings = optionsOf(name).mayTakePlural ? pluralPaths(path) : [];
    paths.add(path, id);
    // A final `s` is overlooked when paths are looked up; only `es` needs a path of its own.
    for (const spelling of spellings) if (spelling.at(-1)?.endsWith('es')) paths.add(spelling, id);
    for (const spelling of [path, ...spellings]) addAnchor(anchors, spelling);
    flags[id] = flagsOf(name, (words[anchor] as NameWord).start);
  });
  return assemble({
    ...paths.finish(),
    ...textSections(entities, prepared),
    nameFlags: flags,
    json: stringBytes(JSON.stringify(describe(entities, prepared))),
    anchors: stringBytes(linesOf(anchors)),
  });
}

/** Notes the word at which a path is looked up and with which letter the next word begins; null: perhaps there is none. */
function addAnchor(anchors: Map<string, Set<string> | null>, path: readonly string[]): void {
  const [word, next] = path as [string, string?];
  const known = anchors.get(word);
  if (next === undefined || !/^[a-z0-9]/.test(next)) anchors.set(word, null);
  else if (known !== null) anchors.set(word, (known ?? new Set()).add(next[0] as string));
}

/** With more words than this a frame asks the path table instead of holding a set of them: opening would take too long. */
const mostListedWords = 4_000;

function linesOf(anchors: ReadonlyMap<string, ReadonlySet<string> | null>): string {
  if (anchors.size > mostListedWords) {
    const beginnings = [...anchors.keys()].map((word) =>
      /^[a-z0-9_]+$/.test(word) ? word.slice(0, 2) : word[0],
    );
    return ['*', ...[...new Set(beginnings)].sort()].join('\n');
  }
  const lines = [...anchors].map(([word, next]) => (next ? `${word} ${[...next].sort().join('')}` : word));
  return lines.sort().join('\n');
}

/** The path with its last word in the plural, in every way that `match-name.ts` accepts. */
function pluralPaths(path: readonly string[]): string[][] {
  const last = path.at(-1) as string;
  const endings = takesEs.test(last) ? ['s', 'es'] : ['s'];
  return endings.map((ending) => [...path.slice(0, -1), last + ending]);
}

function countNames(prepared: readonly PreparedName[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of prepared) {
    for (const word of new Set(words.map(({ text }) => text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function flagsOf(name: Name, prefixLength: number): number {
  const options = optionsOf(name);
  return (
    (options.isExactCase ? format.flagExact : 0) |
    (options.mayTakePlural ? format.flagPlural : 0) |
    (Object.keys(ruleOf(name)).length > 0 ? format.flagRule : 0) |
    (prefixLength << format.anchorShift)
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
