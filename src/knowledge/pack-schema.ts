/**
 * The pack format: one schema that is the runtime check, the TypeScript types and, through `tools/`, the published JSON
 * Schema. `docs/adding.md` explains each field to an editor.
 */

import * as v from 'valibot';
import * as limits from './pack-limits.ts';
import type { WrongForm } from './pack-problem.ts';
import { defaultIgnorable } from './text/character-classes.ts';

/** The problem code takes the place of the library's message; `describe-issue.ts` reads it. */
const written = (pattern: RegExp, code: WrongForm) => v.regex<string, WrongForm>(pattern, code);

const Id = v.pipe(v.string(), written(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'wrongId'), v.maxLength(80));
/**
 * A visible character: a text of blanks and characters without a glyph would show in a list as nothing
 * (U+2800 is the blank of Braille). `nonEmpty` reports an empty text.
 */
export const visible = new RegExp(`[^\\s\\u2800${defaultIgnorable}]`, 'u');
const hasVisible = () => v.check((text: string) => text === '' || visible.test(text));
const Text = v.pipe(v.string(), v.nonEmpty(), hasVisible(), v.maxLength(limits.maxTextLength));
/** Text on one line of a card or a list. */
const Line = v.pipe(v.string(), v.nonEmpty(), hasVisible(), v.maxLength(limits.maxLineLength));
/** A name, or a word or phrase in a rule. */
const Phrase = v.pipe(v.string(), v.nonEmpty(), hasVisible(), v.maxLength(limits.maxNameLength));
/**
 * No `@` before the first slash: https://nist.gov@example.org leads to example.org. The parts of the pattern share no
 * character, so that it takes one pass over any text.
 */
const HttpsAddress = v.pipe(
  v.string(),
  written(/^https:\/\/[^\s/?#@:.\\]+(?:\.[^\s/?#@:.\\]+)+(?::\d{1,5})?(?:[/?#]\S*)?$/, 'wrongAddress'),
  v.maxLength(limits.maxAddressLength),
);
const Offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.maxOffset));

/** A list inside an entry. */
const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(limits.maxInnerListLength));
/** The same, with at least one item. */
const filledListOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(limits.maxInnerListLength));
/** A top-level list. */
const entriesOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(limits.maxListLength));
const Day = v.pipe(
  v.string(),
  written(/^\d{4}-\d{2}-\d{2}$/, 'wrongDay'),
  v.check(isDay, 'noSuchDay' satisfies WrongForm),
);

/** A pattern alone would let 2020-02-30 through. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A date as precise as it is known: `2020-06-10`, `2020-06` or `2020`. */
export const PackDate = v.variant('precision', [
  v.strictObject({ value: Day, precision: v.literal('day') }),
  v.strictObject({
    value: v.pipe(v.string(), written(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'wrongMonth')),
    precision: v.literal('month'),
  }),
  v.strictObject({
    value: v.pipe(v.string(), written(/^\d{4}$/, 'wrongYear')),
    precision: v.literal('year'),
  }),
]);

/** Half-open JavaScript string offsets into a source's text. */
export const Span = v.strictObject({ text: Text, start: Offset, end: Offset });

/** Whole words or phrases, exact case; a trailing `*` matches any continuation of the last word. */
export const Words = filledListOf(Phrase);

const PackInfo = v.strictObject({
  $schema: v.optional(Line),
  id: Id,
  title: Line,
  version: v.pipe(v.string(), written(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'wrongVersion')),
  schemaVersion: v.literal(1),
  language: v.pipe(v.string(), written(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/, 'wrongLanguage')),
  licence: Line,
  knownTo: Day,
  corrections: listOf(v.strictObject({ date: Day, text: Text })),
  /** Quotations and names were collected automatically, from articles that a reader kept. Absent: a person wrote the pack. */
  origin: v.optional(v.literal('story')),
  /** What its maker says of the pack as a whole. */
  note: v.optional(Text),
});

export const Topic = v.strictObject({
  id: Id,
  title: Line,
  onByDefault: v.boolean(),
  color: v.pipe(v.string(), written(/^#[0-9a-f]{6}$/, 'wrongColour')),
});

/** Topics are switched by hand, so there are few. */
const topicList = v.pipe(v.array(Topic), v.maxLength(limits.maxTopics));

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
  outlet: Line,
  title: v.optional(Line),
  authors: v.optional(listOf(Line)),
  date: PackDate,
  updatedAt: v.optional(Line),
  kind: SourceKind,
  url: v.optional(HttpsAddress),
  checked: v.optional(v.strictObject({ on: Day, how: Line })),
  editionOf: v.optional(Id),
  partOf: v.optional(v.strictObject({ source: Id, start: Offset, end: Offset })),
  rewordedFrom: v.optional(Line),
  damaged: v.optional(
    listOf(
      v.strictObject({
        start: Offset,
        end: Offset,
        changesMeaning: v.boolean(),
      }),
    ),
  ),
  textSha256: v.optional(v.pipe(v.string(), written(/^[0-9a-f]{64}$/, 'wrongSha256'))),
  note: v.optional(Text),
});

/** One of the lists is enough. */
const Needs = v.strictObject({
  sentence: v.optional(Words),
  block: v.optional(Words),
  page: v.optional(Words),
  mentions: v.optional(filledListOf(Id)),
  /** The name matches even if no need is met; a met need only overrules `unless`. */
  optional: v.optional(v.literal(true)),
});
/** Rejects the match, but a met `needs` overrules it. */
const Unless = v.strictObject({
  sentence: v.optional(Words),
  block: v.optional(Words),
  page: v.optional(Words),
});
/** Always rejects the match. */
const Never = v.strictObject({
  before: v.optional(Words),
  after: v.optional(Words),
  exceptBefore: v.optional(Words),
  startingSentenceBefore: v.optional(Words),
  allCapitals: v.optional(v.literal(true)),
  afterGivenName: v.optional(v.strictObject({ except: Words })),
});

export const Name = v.strictObject({
  text: Phrase,
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

/** The maximum length of a lead: one sentence that a reader takes in at a glance. */
const maxLeadLength = 120;

/** The maximum length of a summary: what Wikipedia's page previews show (525 characters). */
const maxSummaryLength = 525;

/** `«\u202f` and `&quot;` are the longest that pages print. */
const maxMarkLength = 10;

const Fact = v.strictObject({
  text: Text,
  date: v.optional(PackDate),
  cites: filledListOf(v.strictObject({ source: Id, quote: v.optional(Text) })),
});

export const Entity = v.strictObject({
  id: Id,
  type: EntityType,
  topic: Id,
  title: Line,
  /** One sentence that says what it is. Older packs have none: the first sentence of their summary serves. */
  lead: v.optional(v.pipe(Line, v.maxLength(maxLeadLength))),
  show: v.picklist(['always', 'with-story']),
  names: filledListOf(Name),
  summary: v.pipe(Text, v.maxLength(maxSummaryLength)),
  summaryCites: filledListOf(Id),
  facts: listOf(Fact),
  related: listOf(Id),
  wikidata: v.optional(v.pipe(v.string(), written(/^Q[1-9]\d{0,11}$/, 'wrongWikidata'))),
});

/** A quotation mark as printed; empty if the page sets the words apart in another way. */
const Mark = v.pipe(v.string(), v.maxLength(maxMarkLength));

export const Wording = v.strictObject({
  source: Id,
  part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.maxInnerListLength)),
  text: Text,
  start: Offset,
  end: Offset,
  openMark: Mark,
  closeMark: Mark,
  attribution: v.optional(Span),
  roleAsPrinted: v.optional(Line),
  gapBefore: v.optional(v.picklist(['attribution', 'unmarked', 'outlet-words'])),
  runsOn: v.optional(Span),
});

export const Statement = v.strictObject({
  id: Id,
  speaker: v.nullable(
    v.strictObject({
      entity: v.optional(Id),
      text: Line,
      role: v.optional(Line),
    }),
  ),
  about: listOf(Id),
  date: v.optional(PackDate),
  sentences: filledListOf(v.nullable(Text)),
  wordings: filledListOf(Wording),
});

/** Each list of `all` needs one of its words, within the given reach; a word of `none` rejects the match. */
export const Pattern = v.strictObject({
  all: filledListOf(Words),
  none: v.optional(Words),
  within: v.picklist(['sentence', 'two-sentences']),
});

export const Cues = v.strictObject({
  says: listOf(Pattern),
  otherwise: listOf(Pattern),
  touches: listOf(Words),
});

export const Stance = v.picklist(['says', 'says-in-part', 'says-otherwise', 'does-not-mention']);

export const Position = v.strictObject({
  source: Id,
  stance: Stance,
  voice: v.optional(Line),
  evidence: listOf(Span),
  note: v.optional(Text),
});

export const Claim = v.strictObject({
  id: Id,
  text: Text,
  about: listOf(Id),
  story: Id,
  /** Other stories that have this claim in their background: a page about one of them may be expected to make it. */
  backgroundOf: v.optional(listOf(Id)),
  since: v.optional(PackDate),
  cues: Cues,
  positions: filledListOf(Position),
});

export const PackEvent = v.strictObject({
  id: Id,
  date: PackDate,
  text: Text,
  about: listOf(Id),
  cites: filledListOf(Id),
});

const schemaField = { $schema: v.optional(Line) };
/** The content of each file of a pack folder; `entities/<topic>.json` all have the shape `entities`. */
export const packFiles = {
  pack: PackInfo,
  topics: v.strictObject({ ...schemaField, topics: topicList }),
  sources: v.strictObject({ ...schemaField, sources: entriesOf(Source) }),
  entities: v.strictObject({ ...schemaField, entities: entriesOf(Entity) }),
  statements: v.strictObject({
    ...schemaField,
    statements: entriesOf(Statement),
  }),
  claims: v.strictObject({ ...schemaField, claims: entriesOf(Claim) }),
  events: v.strictObject({ ...schemaField, events: entriesOf(PackEvent) }),
} as const;

/** A whole pack, assembled from its files. */
export const Pack = v.strictObject({
  ...PackInfo.entries,
  topics: topicList,
  sources: entriesOf(Source),
  entities: entriesOf(Entity),
  statements: entriesOf(Statement),
  claims: entriesOf(Claim),
  events: entriesOf(PackEvent),
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
