/**
 * The pack format: one schema that is the runtime check, the TypeScript types and, through
 * `tools/`, the published JSON Schema. `docs/adding.md` explains each field to an editor.
 */
import * as v from 'valibot';

const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters and digits joined by single hyphens'),
  v.maxLength(80),
);
const Text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const HttpsAddress = v.pipe(
  v.string(),
  v.regex(/^https:\/\/[^\s/]+\.[^\s]+$/, 'an address starts with https://'),
);
const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2020-06-10'),
  v.check(isDay, 'the calendar has no such day'),
);

/** A pattern alone would let 2020-02-30 through. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A date as exact as it is known: `2020-06-10`, `2020-06` or `2020`. */
export const PackDate = v.variant('precision', [
  v.strictObject({ value: Day, precision: v.literal('day') }),
  v.strictObject({
    value: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month is written 2020-06')),
    precision: v.literal('month'),
  }),
  v.strictObject({
    value: v.pipe(v.string(), v.regex(/^\d{4}$/, 'a year is written 2020')),
    precision: v.literal('year'),
  }),
]);

/** Half-open JavaScript string offsets into a source's text. */
export const Span = v.strictObject({ text: Text, start: Offset, end: Offset });

/** Whole words or phrases, exact case; a trailing `*` stands for any continuation of the last word. */
export const Words = v.pipe(v.array(Text), v.minLength(1));

const PackInfo = v.strictObject({
  $schema: v.optional(v.string()),
  id: Id,
  title: Text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version is written 1.0.0')),
  schemaVersion: v.literal(1),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/)),
  licence: Text,
  knownTo: Day,
  corrections: v.array(v.strictObject({ date: Day, text: Text })),
});

export const Topic = v.strictObject({
  id: Id,
  title: Text,
  onByDefault: v.boolean(),
  color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'a colour is written #1a6fb0')),
});

const SourceKind = v.picklist([
  'news',
  'statement',
  'letter',
  'paper',
  'report',
  'law',
  'court',
  'post',
  'web',
]);

export const Source = v.strictObject({
  id: Id,
  outlet: Text,
  title: v.optional(Text),
  authors: v.optional(v.array(Text)),
  date: PackDate,
  updatedAt: v.optional(Text),
  kind: SourceKind,
  url: v.optional(HttpsAddress),
  checked: v.optional(v.strictObject({ on: Day, how: Text })),
  editionOf: v.optional(Id),
  partOf: v.optional(v.strictObject({ source: Id, start: Offset, end: Offset })),
  rewordedFrom: v.optional(Text),
  damaged: v.optional(
    v.array(
      v.strictObject({
        start: Offset,
        end: Offset,
        changesMeaning: v.boolean(),
      }),
    ),
  ),
  textSha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  note: v.optional(Text),
});

/** Any one of the lists suffices. */
const Needs = v.strictObject({
  sentence: v.optional(Words),
  block: v.optional(Words),
  page: v.optional(Words),
  mentions: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** The name stands for its entity even where no need is met; what is met only overrules `unless`. */
  optional: v.optional(v.literal(true)),
});
/** Refuses, but a met `needs` overrules it. */
const Unless = v.strictObject({
  sentence: v.optional(Words),
  block: v.optional(Words),
  page: v.optional(Words),
});
/** Refuses always. */
const Never = v.strictObject({
  before: v.optional(Words),
  after: v.optional(Words),
  exceptBefore: v.optional(Words),
  startingSentenceBefore: v.optional(Words),
  allCapitals: v.optional(v.literal(true)),
  afterGivenName: v.optional(v.strictObject({ except: Words })),
});

export const Name = v.strictObject({
  text: Text,
  case: v.optional(v.picklist(['exact', 'any'])),
  needs: v.optional(Needs),
  unless: v.optional(Unless),
  never: v.optional(Never),
});

export const EntityType = v.picklist([
  'person',
  'organisation',
  'agency',
  'company',
  'product',
  'study',
  'programme',
  'law',
  'event',
  'concept',
  'place',
]);

/** The longest a summary may be: what Wikipedia's page previews show (525 characters). */
const maxSummaryLength = 525;

const Fact = v.strictObject({
  text: Text,
  date: v.optional(PackDate),
  cites: v.pipe(v.array(v.strictObject({ source: Id, quote: v.optional(Text) })), v.minLength(1)),
});

export const Entity = v.strictObject({
  id: Id,
  type: EntityType,
  topic: Id,
  title: Text,
  show: v.picklist(['always', 'with-story']),
  names: v.pipe(v.array(Name), v.minLength(1)),
  summary: v.pipe(Text, v.maxLength(maxSummaryLength)),
  summaryCites: v.pipe(v.array(Id), v.minLength(1)),
  facts: v.array(Fact),
  related: v.array(Id),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/))),
});

export const Wording = v.strictObject({
  source: Id,
  part: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: Text,
  start: Offset,
  end: Offset,
  openMark: v.string(),
  closeMark: v.string(),
  attribution: v.optional(Span),
  roleAsPrinted: v.optional(Text),
  gapBefore: v.optional(v.picklist(['attribution', 'unmarked', 'outlet-words'])),
  runsOn: v.optional(Span),
});

export const Statement = v.strictObject({
  id: Id,
  speaker: v.nullable(
    v.strictObject({
      entity: v.optional(Id),
      text: Text,
      role: v.optional(Text),
    }),
  ),
  about: v.array(Id),
  date: v.optional(PackDate),
  sentences: v.pipe(v.array(v.nullable(Text)), v.minLength(1)),
  wordings: v.pipe(v.array(Wording), v.minLength(1)),
});

/** Each list of `all` needs one of its words, within the given reach; a word of `none` refuses. */
export const Pattern = v.strictObject({
  all: v.pipe(v.array(Words), v.minLength(1)),
  none: v.optional(Words),
  within: v.picklist(['sentence', 'two-sentences']),
});

export const Cues = v.strictObject({
  says: v.array(Pattern),
  otherwise: v.array(Pattern),
  touches: v.array(Words),
});

export const Stance = v.picklist(['says', 'says-in-part', 'says-otherwise', 'does-not-mention']);

export const Position = v.strictObject({
  source: Id,
  stance: Stance,
  voice: v.optional(Text),
  evidence: v.array(Span),
  note: v.optional(Text),
});

export const Claim = v.strictObject({
  id: Id,
  text: Text,
  about: v.array(Id),
  story: Id,
  /** Other stories that this claim is background to: a page that tells one of them may be expected to make it. */
  backgroundOf: v.optional(v.array(Id)),
  since: v.optional(PackDate),
  cues: Cues,
  positions: v.pipe(v.array(Position), v.minLength(1)),
});

export const PackEvent = v.strictObject({
  id: Id,
  date: PackDate,
  text: Text,
  about: v.array(Id),
  cites: v.pipe(v.array(Id), v.minLength(1)),
});

const schemaField = { $schema: v.optional(v.string()) };
/** What each file of a pack folder holds; `entities/<topic>.json` all have the shape `entities`. */
export const packFiles = {
  pack: PackInfo,
  topics: v.strictObject({ ...schemaField, topics: v.array(Topic) }),
  sources: v.strictObject({ ...schemaField, sources: v.array(Source) }),
  entities: v.strictObject({ ...schemaField, entities: v.array(Entity) }),
  statements: v.strictObject({
    ...schemaField,
    statements: v.array(Statement),
  }),
  claims: v.strictObject({ ...schemaField, claims: v.array(Claim) }),
  events: v.strictObject({ ...schemaField, events: v.array(PackEvent) }),
} as const;

/** A whole pack, its files put together. */
export const Pack = v.strictObject({
  ...PackInfo.entries,
  topics: v.array(Topic),
  sources: v.array(Source),
  entities: v.array(Entity),
  statements: v.array(Statement),
  claims: v.array(Claim),
  events: v.array(PackEvent),
});

export type PackDate = v.InferOutput<typeof PackDate>;
export type Span = v.InferOutput<typeof Span>;
export type Words = v.InferOutput<typeof Words>;
export type PackInfo = v.InferOutput<typeof PackInfo>;
export type Topic = v.InferOutput<typeof Topic>;
export type Source = v.InferOutput<typeof Source>;
export type Name = v.InferOutput<typeof Name>;
export type Needs = v.InferOutput<typeof Needs>;
export type Unless = v.InferOutput<typeof Unless>;
export type Never = v.InferOutput<typeof Never>;
export type EntityType = v.InferOutput<typeof EntityType>;
export type Fact = v.InferOutput<typeof Fact>;
export type Entity = v.InferOutput<typeof Entity>;
export type Wording = v.InferOutput<typeof Wording>;
export type Statement = v.InferOutput<typeof Statement>;
export type Pattern = v.InferOutput<typeof Pattern>;
export type Cues = v.InferOutput<typeof Cues>;
export type Stance = v.InferOutput<typeof Stance>;
export type Position = v.InferOutput<typeof Position>;
export type Claim = v.InferOutput<typeof Claim>;
export type PackEvent = v.InferOutput<typeof PackEvent>;
export type Pack = v.InferOutput<typeof Pack>;
