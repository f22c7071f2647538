import fc from 'fast-check';
import type { Pack } from '../../src/knowledge/pack-schema.ts';

/** A valid part of a pack: the entities of its first statement, claim and event, with only what is about them. */
export function cutPack(pack: Pack): Pack {
  const [statement] = pack.statements;
  const kept = new Set(
    [...pack.claims.slice(0, 1), ...pack.events.slice(0, 1), ...pack.statements.slice(0, 1)].flatMap(
      ({ about }) => about,
    ),
  );
  if (statement?.speaker?.entity !== undefined) kept.add(statement.speaker.entity);
  const isKept = (id: string) => kept.has(id);
  const isAboutKept = ({ about }: { readonly about: readonly string[] }) => about.every(isKept);
  return withoutUnused({
    ...pack,
    statements: pack.statements.slice(0, 1),
    claims: pack.claims.filter(isAboutKept).slice(0, 1),
    events: pack.events.filter(isAboutKept).slice(0, 2),
    entities: pack.entities
      .filter(({ id }) => isKept(id))
      .map((entity) => ({
        ...entity,
        related: entity.related.filter(isKept),
        names: entity.names.filter(({ needs }) => (needs?.mentions ?? []).every(isKept)).slice(0, 5),
      })),
  });
}

function withoutUnused(pack: Pack): Pack {
  const named = JSON.stringify({ ...pack, sources: [], topics: [] });
  const topics = pack.topics.filter(({ id }) => named.includes(`"${id}"`));
  const sources = new Set(pack.sources.filter(({ id }) => named.includes(`"${id}"`)).map(({ id }) => id));
  for (const { id, editionOf, partOf } of [...pack.sources].reverse()) {
    if (!sources.has(id)) continue;
    for (const parent of [editionOf, partOf?.source]) if (parent !== undefined) sources.add(parent);
  }
  return { ...pack, topics, sources: pack.sources.filter(({ id }) => sources.has(id)) };
}

type Container = Record<string | number, unknown>;

/** One mutation of a pack: the value, and what becomes of it. */
interface Damage {
  readonly place: number;
  readonly blow: (container: Container, key: string, elsewhere: unknown) => void;
}

const traps = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '$schema',
  'id',
  'length',
];
const badTexts = [
  ...[
    '',
    ' ',
    'the',
    'a',
    'X',
    '7',
    'Zeit',
    '!!!',
    '\u3164',
    '\ud800',
    '\udc00x',
    '\u0000',
    '\u202eabc',
    '\u2066',
  ],
  ...[
    'javascript:alert(1)',
    'http://example.org/',
    'https://a.b@c.d/',
    '<img src=x onerror=alert(1)>',
    '../../etc/passwd',
  ],
  ...['2020-02-30', '9999-99-99', '0000-00-00', 'NaN', '№', '½', '\u0301', 'ﬀ', '𝒜', 'İ', 'ŉ', 'ﷺ', '\u1160'],
  ...[
    'a'.repeat(201),
    'a'.repeat(526),
    'é'.repeat(20_001),
    'A'.repeat(200),
    `${'a-'.repeat(200)}!`,
    'a.'.repeat(900),
  ],
];
const oddNumbers = [-1, 0, 1.5, 1e308, -1e308, 2 ** 53, 10_000_001, 4_294_967_296];

const blow: fc.Arbitrary<Damage['blow']> = fc.oneof(
  fc.constant<Damage['blow']>((container, key) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  }),
  fc.jsonValue({ maxDepth: 3 }).map(
    (value): Damage['blow'] =>
      (container, key) =>
        setOwn(container, key, value),
  ),
  fc.constantFrom(...badTexts).map(
    (text): Damage['blow'] =>
      (container, key) =>
        setOwn(container, key, text),
  ),
  fc.constantFrom(...oddNumbers).map(
    (number): Damage['blow'] =>
      (container, key) =>
        setOwn(container, key, number),
  ),
  fc.constantFrom(...badTexts).map((text): Damage['blow'] => (container, key) => {
    const old = container[key];
    setOwn(container, key, typeof old === 'string' ? old + text : text);
  }),
  // Replaced by another value of the pack: wrong types, and cyclic ids.
  fc.constant<Damage['blow']>((container, key, elsewhere) =>
    setOwn(container, key, structuredClone(elsewhere)),
  ),
  fc.constantFrom(...traps).map((trap): Damage['blow'] => (container, _key, elsewhere) => {
    if (!Array.isArray(container)) setOwn(container, trap, structuredClone(elsewhere));
  }),
  fc.constantFrom(2, 101, 1_001).map((count): Damage['blow'] => (container, key) => {
    const copy = structuredClone(container[key]);
    // Copies of a whole list would take gigabytes; a long list of small items has the same effect.
    const item = JSON.stringify(copy ?? null).length < 500 ? copy : 0;
    setOwn(container, key, Array(count).fill(item));
  }),
  // Several times the limit, yet small enough that four such mutations can still be written as JSON.
  fc.constantFrom(1, 9, 20, 400).map((depth): Damage['blow'] => (container, key) => {
    let value = container[key];
    for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { names: value };
    setOwn(container, key, value);
  }),
  fc.constant<Damage['blow']>((container, key) => {
    if (Array.isArray(container)) container.push(structuredClone(container[Number(key)]));
  }),
);

/** Like JSON.parse, so that `__proto__` becomes a field and not the prototype. */
function setOwn(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

function listPlaces(root: unknown): { container: Container; key: string }[] {
  const places: { container: Container; key: string }[] = [];
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, item] of Object.entries(value)) {
      places.push({ container: value as Container, key });
      // Values nested hundreds deep by a mutation need no second one.
      if (places.length < 50_000) open.push(item);
    }
  }
  return places;
}

/** The pack after some mutations of its values: fields dropped, types swapped, lists inflated, texts made hostile. */
export function damagedValues(pack: Pack): fc.Arbitrary<string> {
  const damages = fc.array(fc.record({ place: fc.nat(), blow }), { minLength: 1, maxLength: 4 });
  return damages.map((blows) => {
    const copy: unknown = structuredClone(pack);
    for (const { place, blow: strike } of blows) {
      const places = listPlaces(copy);
      const hit = places[place % Math.max(1, places.length)];
      const other = places[(place * 31 + 7) % Math.max(1, places.length)];
      if (hit && other) strike(hit.container, hit.key, other.container[other.key]);
    }
    return JSON.stringify(copy);
  });
}

/** The pack's text with characters flipped, removed, doubled or inserted: mostly invalid JSON, sometimes other JSON. */
export function damagedText(pack: Pack): fc.Arbitrary<string> {
  const text = JSON.stringify(pack);
  const inserted = fc.oneof(
    fc.constantFrom('"', '\\', '[', '{', '}', ',', ':', '\u0000', '\ufeff', '1e999', '\\ud800'),
    fc.string(),
  );
  const cut = fc.record({ at: fc.nat(text.length), length: fc.nat(40), inserted, isFarCut: fc.boolean() });
  return fc.array(cut, { minLength: 1, maxLength: 3 }).map((cuts) =>
    cuts.reduce((damaged, { at, length, inserted: put, isFarCut }) => {
      const end = isFarCut ? damaged.length - length : at + length;
      return damaged.slice(0, at) + put + damaged.slice(Math.max(at, end));
    }, text),
  );
}

/** One bit of one byte of the UTF-8 file flipped, like a disk or transmission error. */
export function flippedBytes(pack: Pack): fc.Arbitrary<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(pack));
  const flip = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
  return fc.array(flip, { minLength: 1, maxLength: 8 }).map((flips) => {
    const copy = Uint8Array.from(bytes);
    for (const { at, bit } of flips) copy[at] = (copy[at] ?? 0) ^ (1 << bit);
    return new TextDecoder().decode(copy);
  });
}
