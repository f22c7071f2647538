import type { Name } from '../../knowledge/pack-schema.ts';
import { foldText } from '../text/fold-character.ts';
import { nameWordsOf, signsBeforeWord } from '../text/read-name-words.ts';
import * as format from './index-format.ts';
import { optionsOf, pluralPaths } from './name-options.ts';
import { compileSpellings } from './spellings.ts';

export interface NamedEntity {
  /** `pack/entity`, see `qualify-pack.ts`. */
  readonly ref: string;
  /** Reference of its topic. */
  readonly topic: string;
  readonly show: 'always' | 'with-story';
  /** 0 to 255, see `weigh-entities.ts`; 1 if absent. */
  readonly weight?: number;
  readonly names: readonly Name[];
}

interface PreparedName {
  readonly name: Name;
  readonly entity: number;
  /** Folded, in order; never empty. */
  readonly words: readonly string[];
}

/**
 * Compiles every name of every entity into one byte array; the same bytes for the same input. Names get their
 * ids in the order of the input.
 * @throws RangeError for a name without a letter or digit, which no text could be searched for
 */
export function compileNames(entities: readonly NamedEntity[]): Uint8Array {
  const prepared = entities.flatMap((entity, number) =>
    entity.names.map((name): PreparedName => {
      const words = nameWordsOf(foldText(name.text));
      if (words.length > 0) return { name, entity: number, words };
      throw new RangeError(
        `The name ${JSON.stringify(name.text)} of ${entity.ref} has no letter or digit to be found by: take it out.`,
      );
    }),
  );
  const spellings = prepared.flatMap(({ name, words }, id) => {
    // Only the first two words are looked up; later ones need no spelling of their own.
    const plurals = words.length <= 2 && optionsOf(name).canBePlural ? pluralPaths(words) : [];
    return [words, ...plurals].map((path) => ({ id, path }));
  });
  spellings.sort((a, b) => compare(a.path[0], b.path[0]) || a.id - b.id);
  return assemble({
    order: Uint32Array.from(spellings, ({ id }) => id),
    ...textSections(entities, prepared),
    nameFlags: Uint16Array.from(prepared, ({ name }) => flagsOf(name)),
    json: stringBytes(JSON.stringify(describeName(entities, prepared))),
    spellings: stringBytes(compileSpellings(spellings.map(({ path }) => path))),
  });
}

function flagsOf(name: Name): number {
  const options = optionsOf(name);
  return (
    (options.isExactCase ? format.flagExact : 0) |
    (options.canBePlural ? format.flagPlural : 0) |
    (Object.keys(ruleOf(name)).length > 0 ? format.flagRule : 0) |
    (isPlain(name.text) ? format.flagPlain : 0)
  );
}

function isPlain(text: string): boolean {
  return foldText(text, true) === text && signsBeforeWord(foldText(text)) === '';
}

function ruleOf(name: Name): Omit<Name, 'text' | 'case'> {
  const { text: _text, case: _case, ...rule } = name;
  return rule;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function describeName(entities: readonly NamedEntity[], prepared: readonly PreparedName[]): object {
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
    entityWeight: Uint8Array.from(entities, ({ weight = 1 }) => weight),
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
