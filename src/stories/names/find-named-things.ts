import type { Article, TextSpan } from '../text/article.ts';
import { calendarAndPeoples, isOrganisation, placeBeginnings } from '../text/phrase-words.ts';
import { describeName } from './describe-name.ts';
import { joinPairedNames, type PlacedName } from './join-paired-names.ts';
import { leaveOutOffices } from './leave-out-offices.ts';
import { readNames } from './read-names.ts';

export type NameKind = 'person' | 'organisation' | 'place' | 'work' | 'unknown';

/** A place in one of the articles. */
export interface ArticleSpan extends TextSpan {
  /** Index into the articles. */
  readonly article: number;
  /** That article's text from `start` to `end`. */
  readonly text: string;
}

export interface NamedThing {
  /** The fullest spelling. */
  readonly name: string;
  /** What it is, as far as the words around it show. */
  readonly kind: NameKind;
  /** The entity of an enabled pack with this name. */
  readonly entity?: string;
  /** All spellings, the most frequent first. */
  readonly spellings: readonly string[];
  /** In the order of the articles, then of their text. */
  readonly mentions: readonly ArticleSpan[];
  /**
   * How the articles say who or what it is, as printed: the words before the name or in apposition after it;
   * each wording once per article.
   */
  readonly descriptions: readonly ArticleSpan[];
}

interface Mention extends PlacedName {
  /** Words of the name, folded, without middle initials and "Jr." */
  readonly words: readonly string[];
}

interface Group {
  readonly entity: string | undefined;
  readonly mentions: Mention[];
  readonly acronyms: ArticleSpan[];
}

/**
 * Who and what is named in two of the articles, or twice in one, the most often named first. A surname goes to the one full name
 * that its article, or else all of them, have for it; to none where there are several. An acronym is joined where an article
 * prints it in parentheses behind the name.
 * @param entityOf which entity of the enabled packs a spelling names, if one alone: its names are one thing
 * @param minMentions how often something must be named.
 */
export function findNamedThings(
  articles: readonly Article[],
  entityOf: (spelling: string) => string | undefined = () => undefined,
  minMentions = 2,
): readonly NamedThing[] {
  const printed = articles.flatMap((article, number) =>
    readNames(article).map((name) => ({ ...name, article: number })),
  );
  const texts = articles.map(({ text }) => text);
  const mentions = leaveOutOffices(joinPairedNames(printed, texts)).map(
    (name): Mention => ({ ...name, words: wordsOf(name.text) }),
  );
  const known = keepNames(mentions);
  const groups = new Map<string, Group>();
  const smallWords = new Set(articles.flatMap(({ text }) => text.match(smallWord) ?? []));
  const fullByArticle = articles.map((_, number) =>
    fullNamesIn(
      known.filter(({ article }) => article === number),
      smallWords,
    ),
  );
  const fullAnywhere = fullNamesIn(known, smallWords);
  const keyOfAcronym = new Map(
    known.flatMap((mention) =>
      mention.acronym
        ? [[articleText(articles, mention).slice(mention.acronym.start, mention.acronym.end), keyOf(mention)]]
        : [],
    ) as [string, string][],
  );
  const keys = known.map((mention) => {
    const surname = mention.words.at(-1) as string;
    const full = fullByArticle[mention.article]?.get(surname) ?? fullAnywhere.get(surname);
    const isShort = mention.words.length === 1 && !mention.isWork;
    return keyOfAcronym.get(mention.text) ?? (isShort && full ? full : keyOf(mention));
  });
  const entities = new Map<string, string>();
  for (const [n, { text }] of known.entries()) {
    const entity = entityOf(text);
    if (entity !== undefined) entities.set(keys[n] as string, entity);
  }
  for (const [n, mention] of known.entries()) {
    const entity = entities.get(keys[n] as string);
    const key = entity === undefined ? (keys[n] as string) : `entity ${entity}`;
    const group = groups.get(key) ?? { entity, mentions: [], acronyms: [] };
    groups.set(key, group);
    group.mentions.push(mention);
    if (mention.acronym) group.acronyms.push(spanIn(articles, mention.article, mention.acronym));
  }
  return [...groups.values()]
    .filter((group) => group.mentions.length >= minMentions)
    .map((group) => describeGroup(articles, group))
    .sort((a, b) => b.mentions.length - a.mentions.length || compareText(a.name, b.name));
}

/** More than one full name ends with a surname. */
const several = '';

function keyOf({ words, isWork }: Mention): string {
  return `${isWork ? '“' : ''}${words.join(' ')}`;
}

/** A capitalised word at the start of a sentence is a name if it is also capitalised within one. */
function keepNames(mentions: readonly Mention[]): Mention[] {
  const within = new Set(
    mentions.filter(({ isFirstOfSentence }) => !isFirstOfSentence).flatMap(({ words }) => words),
  );
  const full = new Set(mentions.filter(({ words }) => words.length > 1).map(({ words }) => words.at(-1)));
  return mentions.filter(
    ({ words, isFirstOfSentence, titledStart, start }) =>
      words.length > 1 ||
      !isFirstOfSentence ||
      titledStart < start ||
      within.has(words[0] as string) ||
      full.has(words[0]),
  );
}

const smallWord = /(?<![\p{L}\p{M}\p{N}’'-])\p{Ll}[\p{L}\p{M}]+/gu;
/** "U.S. Capitol", "ACLU Northern California": no first names, as "J.D." is one. */
const acronymFirst = /^(?:U\.[SKN]\.|E\.U\.|D\.C\.|\p{Lu}{3,}\s)/u;

/** The key of the one full name for each surname; `several` if there are more. */
function fullNamesIn(mentions: readonly Mention[], smallWords: ReadonlySet<string>): Map<string, string> {
  const full = new Map<string, string>();
  for (const mention of mentions) {
    const { words, isWork } = mention;
    if (isWork || words.length < 2 || words.length > 4 || isOrganisation(mention.text)) continue;
    const surname = words.at(-1) as string;
    if (
      placeBeginnings.has(words[0] as string) ||
      calendarAndPeoples.has(words[0] as string) ||
      acronymFirst.test(mention.text) ||
      smallWords.has(surname) ||
      /^[\p{Lu}\d]+$/u.test(mention.text.split(/\s/).at(-1) as string)
    )
      continue;
    const key = keyOf(mention);
    full.set(surname, full.has(surname) && full.get(surname) !== key ? several : key);
  }
  return full;
}

function wordsOf(name: string): string[] {
  const words = name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s&]+/)
    .filter((word) => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word));
  const kept = words.filter((word, n) => n === 0 || n === words.length - 1 || !/^\p{L}\.?$/u.test(word));
  const [first = '', ...rest] = kept;
  return rest.length > 0 ? [shortForms.get(first) ?? first, ...rest] : kept;
}

/** Outlets differ in which form of a first name they print. */
const shortForms: ReadonlyMap<string, string> = new Map(
  (
    'james jim,william bill,robert bob,michael mike,joseph joe,charles chuck,thomas tom,daniel dan,edward ed,benjamin ben,stephen steve,' +
    'steven steve,timothy tim,kenneth ken,christopher chris,david dave,jeffrey jeff,gregory greg,matthew matt,patrick pat,richard dick,rick dick,' +
    'ronald ron,samuel sam,anthony tony,andrew andy,elizabeth liz,jennifer jen,deborah debbie,susan sue,bernard bernie,lawrence larry,' +
    'donald don,nicholas nick,alexander alex,gerald jerry,peter pete,philip phil,raymond ray,douglas doug,leonard len,eugene gene'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

function describeGroup(articles: readonly Article[], { entity, mentions, acronyms }: Group): NamedThing {
  const counts = new Map<string, number>();
  for (const { text } of [...mentions, ...acronyms]) counts.set(text, (counts.get(text) ?? 0) + 1);
  const spellings = [...counts]
    .sort(([a, m], [b, n]) => n - m || compareText(a, b))
    .map(([spelling]) => spelling);
  const name = spellings.reduce((best, spelling) => (spelling.length > best.length ? spelling : best));
  const spans = [...mentions.map((mention) => spanIn(articles, mention.article, mention)), ...acronyms];
  const descriptions = new Map<string, ArticleSpan>();
  for (const mention of mentions) {
    for (const span of describeName(articleText(articles, mention), mention)) {
      const described = spanIn(articles, mention.article, span);
      const key = `${mention.article} ${described.text.toLowerCase()}`;
      if (!descriptions.has(key)) descriptions.set(key, described);
    }
  }
  return {
    name,
    ...(entity !== undefined && { entity }),
    kind: kindOf(articles, name, mentions, acronyms.length > 0),
    spellings,
    mentions: spans.sort((a, b) => a.article - b.article || a.start - b.start),
    descriptions: [...descriptions.values()],
  };
}

function kindOf(
  articles: readonly Article[],
  name: string,
  mentions: readonly Mention[],
  hasAcronym: boolean,
): NameKind {
  if (mentions.some(({ isWork }) => isWork)) return 'work';
  if (isOrganisation(name) || hasAcronym) return 'organisation';
  if (placeBeginnings.has((name.split(/\s+/)[0] as string).toLowerCase())) return 'place';
  const words = name.split(/\s+/).length;
  const isTitled = mentions.some(({ titledStart, start }) => titledStart < start);
  const isCalledBySurname = words > 1 && words < 5 && mentions.some((mention) => mention.words.length === 1);
  if (isTitled || isCalledBySurname) return 'person';
  if (/^\p{Lu}{2,6}$/u.test(name)) return 'organisation';
  const located = mentions.filter((mention) =>
    /(?<!\p{L})(?:in|near|outside|across|throughout|to)\s(?:the\s)?$/u.test(
      articleText(articles, mention).slice(Math.max(0, mention.start - 16), mention.start),
    ),
  );
  return located.length * 2 > mentions.length ? 'place' : 'unknown';
}

function articleText(articles: readonly Article[], { article }: { readonly article: number }): string {
  return (articles[article] as Article).text;
}

function spanIn(articles: readonly Article[], article: number, { start, end }: TextSpan): ArticleSpan {
  return { article, start, end, text: articleText(articles, { article }).slice(start, end) };
}

/** By code units, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
