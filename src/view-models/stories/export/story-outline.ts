import type { Turn } from '../../../stories/utterances/list-differences.ts';
import type { PrintingRelation, StoryArticle, StoryContent, StoryPlace } from '../story-content.ts';

/** The texts between the data, in the reader's language; the interface passes them in. */
export interface StoryWords {
  readonly utterances: string;
  readonly onlyHere: string;
  readonly speakers: string;
  readonly names: string;
  readonly facts: string;
  readonly sources: string;
  readonly speakerUnnamed: string;
  readonly attributed: string;
  readonly noOutlet: string;
  readonly relations: Readonly<Record<PrintingRelation, string>>;
  readonly turns: Readonly<Record<Turn, string>>;
  /** "in 2 of the 3 articles kept" */
  ofArticles(count: number, all: number): string;
  /** "only in this one of the 3 articles kept" */
  onlyOne(all: number): string;
  /** When an article was kept, in words. @param moment ISO 8601 */
  keptOn(moment: string): string;
}

/** A story as a document: titles, lines and numbered sources. Nothing is escaped. */
export interface StoryOutline {
  readonly title: string;
  readonly note: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly OutlineItem[] }[];
  readonly sourcesTitle: string;
  /** Line by line what cites each article; the first is number 1. */
  readonly sources: readonly OutlineSource[];
}

export interface OutlineItem {
  readonly lead: string;
  readonly lines: readonly OutlineLine[];
}

export interface OutlineLine {
  /** Said of the words before them; may be empty. */
  readonly label: string;
  /** Words of the articles, with their quotation marks; may be empty. */
  readonly words: string;
  /** Numbers of the sources. */
  readonly cites: readonly number[];
}

export interface OutlineSource {
  readonly text: string;
  /** Empty without an address on the web. */
  readonly address: string;
}

/** What a story's files say: quotations and how they are printed, never whole articles. */
export function outlineStory(content: StoryContent, words: StoryWords): StoryOutline {
  const numbers = new Map(content.articles.map(({ id }, at) => [id, at + 1]));
  const cite: Cite = (places) => [...new Set(places.flatMap(({ article }) => numbers.get(article) ?? []))];
  const sections = [
    { title: words.utterances, items: outlineUtterances(content, words, cite) },
    { title: words.onlyHere, items: outlineOnlyHere(content, words, cite) },
    { title: words.facts, items: outlineFacts(content, cite) },
    { title: words.speakers, items: outlineSpeakers(content, words, cite) },
    { title: words.names, items: outlineNames(content, cite) },
  ];
  return {
    title: oneLine(content.story.title),
    note: content.story.note,
    sections: sections.filter(({ items }) => items.length > 0),
    sourcesTitle: words.sources,
    sources: content.articles.map((article) => describeSource(article, words)),
  };
}

/** The numbers of the sources, each once. */
type Cite = (places: readonly { readonly article: string }[]) => number[];

function outlineUtterances({ utterances }: StoryContent, words: StoryWords, cite: Cite): OutlineItem[] {
  return utterances.map(({ speaker, relation, printings }) => ({
    lead: `${speaker ?? words.speakerUnnamed} (${words.relations[relation]})`,
    lines: printings.map((printing) => ({
      label: [
        printings.length > 1 ? words.relations[printing.relation] : '',
        printing.turns.map((turn) => words.turns[turn]).join(', '),
        speaker === null ? attributionOf(printing.printedBy, words) : '',
      ]
        .filter((part) => part !== '')
        .join('; '),
      words: quote(printing.printedBy[0]),
      cites: cite(printing.printedBy),
    })),
  }));
}

function outlineOnlyHere({ onlyHere }: StoryContent, words: StoryWords, cite: Cite): OutlineItem[] {
  return onlyHere.map((place) => ({
    lead: place.speaker ?? words.speakerUnnamed,
    lines: [
      {
        label: place.speaker === null ? attributionOf([place], words) : '',
        words: quote(place),
        cites: cite([place]),
      },
    ],
  }));
}

function outlineFacts({ facts }: StoryContent, cite: Cite): OutlineItem[] {
  return facts.map(({ sentences }) => ({
    lead: '',
    lines: sentences.map(({ text, places }) => ({ label: '', words: oneLine(text), cites: cite(places) })),
  }));
}

function outlineSpeakers(
  { speakers, articleCount }: StoryContent,
  words: StoryWords,
  cite: Cite,
): OutlineItem[] {
  return speakers.map(({ name, roles, articles }) => ({
    lead: name,
    lines: [
      {
        label:
          articles.length === 1 && articleCount > 1
            ? words.onlyOne(articleCount)
            : words.ofArticles(articles.length, articleCount),
        words: roles.map(inMarks).join(', '),
        cites: cite(articles.map((article) => ({ article }))),
      },
    ],
  }));
}

function outlineNames({ names }: StoryContent, cite: Cite): OutlineItem[] {
  return names
    .filter(({ descriptions }) => descriptions.length > 0)
    .map(({ name, descriptions }) => ({
      lead: name,
      lines: descriptions.map(({ text, places }) => ({
        label: '',
        words: inMarks(text),
        cites: cite(places),
      })),
    }));
}

function describeSource(article: StoryArticle, words: StoryWords): OutlineSource {
  const { outlet, authors, title, date, address, keptAt } = article;
  const text = [
    authors.map(oneLine).join(', '),
    title === '' ? '' : inMarks(title),
    oneLine(outlet) || words.noOutlet,
    date,
    words.keptOn(keptAt.at(-1) ?? ''),
  ];
  return {
    text: text.filter((part) => part !== '').join(', '),
    address: /^https?:/.test(address) ? address : '',
  };
}

function attributionOf(places: readonly StoryPlace[], words: StoryWords): string {
  const printed = new Set(places.flatMap(({ attribution }) => attribution ?? []));
  return printed.size === 0 ? '' : `${words.attributed} ${[...printed].map(inMarks).join(', ')}`;
}

export function quote(place: StoryPlace | undefined): string {
  return place?.parts.map(({ text }) => inMarks(text)).join(' … ') ?? '';
}

function inMarks(text: string): string {
  return `“${oneLine(text)}”`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
