import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchAddress } from '../../content/library-address.ts';
import { type Facets, narrow } from './count-facets.ts';
import { cutExcerpt } from './cut-excerpt.ts';
import type { LibraryDocument } from './list-documents.ts';
import { findWords, foldSearchText, foldUnspaced, listUnspaced, splitTerms } from './split-words.ts';

export interface SearchRequest extends Omit<SearchAddress, 'kind'> {
  /** The maximum number of results returned; the total is counted anyway. */
  readonly limit: number;
}

export interface FoundItem
  extends Pick<LibraryDocument, 'kind' | 'ref' | 'type' | 'title' | 'date' | 'detail'> {
  /** Its first topic, by reference. */
  readonly topic?: string;
  /** Another name that matched. */
  readonly alsoCalled?: string;
  readonly excerpt: string;
  /** Of the best match, if that is an entity: what it is, and its summary. */
  readonly inShort?: readonly string[];
  readonly sourceCount: number;
  /** The matched terms, folded: words, and runs of scripts without spaces. */
  readonly words: readonly string[];
}

export interface SearchOutcome {
  readonly count: number;
  readonly items: readonly FoundItem[];
  readonly facets: Facets;
  /** No document has the exact words: these have similar spellings. */
  readonly isNearby: boolean;
  /** The query has no letter and no digit, so there was nothing to search for. */
  readonly isWordless: boolean;
}

export interface LibrarySearch {
  /** Adds the documents in slices with pauses between them, so that other calls are answered meanwhile. */
  add(documents: readonly LibraryDocument[]): Promise<void>;
  find(request: SearchRequest): SearchOutcome;
}

interface IndexedDocument {
  readonly id: number;
  readonly title: string;
  readonly names: string;
  readonly text: string;
}

interface SearchHit {
  readonly document: LibraryDocument;
  readonly words: ReadonlySet<string>;
}

/** About 20 ms of indexing on a slow machine. */
const sliceSize = 250;
/** A reader who types a name wants the entity first, then what is said of it. */
const weights = { entity: 2, statement: 1.2, claim: 1, source: 1 } as const;

export function createLibrarySearch(): LibrarySearch {
  const documents: LibraryDocument[] = [];
  /** Documents by folded title and names. */
  const called = new Map<string, number[]>();
  let inTitleOrder: LibraryDocument[] | undefined;
  const index = createIndex((id) => documents[id]?.kind ?? 'claim');

  function lookUp(query: string, fuzzy?: typeof howFuzzy): SearchHit[] {
    const runs = listUnspaced(query);
    return index.search(query, fuzzy && { fuzzy }).flatMap(({ id, terms }: SearchResult) => {
      const document = documents[id as number];
      if (document === undefined || !containsAll(document, runs)) return [];
      // In such a run each character is a term.
      const words = terms.filter((term) => listUnspaced(term).length === 0);
      return [{ document, words: new Set([...words, ...runs]) }];
    });
  }

  function search(query: string): { hits: SearchHit[]; isNearby: boolean } {
    const exact = lookUp(query);
    const hits = exact.length > 0 ? exact : lookUp(query, howFuzzy);
    const first = new Set((called.get(foldSearchText(query)) ?? []).map((id) => documents[id]));
    const isFirst = ({ document }: SearchHit) => first.has(document);
    return {
      hits: first.size === 0 ? hits : [...hits.filter(isFirst), ...hits.filter((hit) => !isFirst(hit))],
      isNearby: exact.length === 0 && hits.length > 0,
    };
  }

  function listAll(): SearchHit[] {
    inTitleOrder ??= documents.toSorted(
      (a, b) => order[a.kind] - order[b.kind] || byTitle.compare(a.title, b.title),
    );
    return inTitleOrder.map((document) => ({ document, words: noWords }));
  }

  return {
    async add(added) {
      const from = documents.length;
      documents.push(...added);
      inTitleOrder = undefined;
      for (const [at, document] of added.entries()) noteNames(called, from + at, document);
      const indexed = added.map((document, at) => describeForIndex(from + at, document));
      await index.addAllAsync(indexed, { chunkSize: sliceSize });
    },
    find({ query, limit, ...wanted }) {
      const isAll = query.trim() === '';
      const { hits, isNearby } = isAll ? { hits: listAll(), isNearby: false } : search(query);
      const wordsOf = new Map(hits.map(({ document, words }) => [document, words]));
      const { documents: found, facets } = narrow(wordsOf.keys(), wanted);
      const items = found
        .slice(0, limit)
        .map((document, at) => describeItem(document, wordsOf.get(document) ?? noWords, !isAll && at === 0));
      const isWordless = !isAll && foldSearchText(query) === '';
      return { count: found.length, items, facets, isNearby, isWordless };
    },
  };
}

function createIndex(kindOf: (id: number) => LibraryDocument['kind']): MiniSearch<IndexedDocument> {
  return new MiniSearch<IndexedDocument>({
    fields: ['title', 'names', 'text'],
    tokenize: splitTerms,
    // They are folded already.
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 5, names: 4 },
      combineWith: 'AND',
      prefix: true,
      boostDocument: (id) => weights[kindOf(id as number)],
    },
  });
}

const noWords: ReadonlySet<string> = new Set();
const order = { entity: 0, statement: 1, claim: 2, source: 3 } as const;
const byTitle = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** One letter in five may differ; short words have too many neighbours. */
function howFuzzy(term: string): number | false {
  return term.length < 4 ? false : 0.2;
}

/** Whether a text of the document contains each run in one piece, not just its characters. */
function containsAll(
  { title, names, passages, detail = '' }: LibraryDocument,
  runs: readonly string[],
): boolean {
  if (runs.length === 0) return true;
  const texts = [title, ...names, ...passages, detail];
  return runs.every((run) => texts.some((text) => text.includes(run) || foldUnspaced(text).includes(run)));
}

function noteNames(called: Map<string, number[]>, id: number, { title, names }: LibraryDocument): void {
  for (const name of new Set([title, ...names].map(foldSearchText))) {
    const known = called.get(name);
    if (known === undefined) called.set(name, [id]);
    else known.push(id);
  }
}

function describeForIndex(id: number, { title, names, passages, detail }: LibraryDocument): IndexedDocument {
  const text = detail === undefined ? passages : [...passages, detail];
  return { id, title, names: names.join('\n'), text: text.join('\n') };
}

function describeItem(document: LibraryDocument, words: ReadonlySet<string>, isBest: boolean): FoundItem {
  const { kind, ref, type, title, names, passages, inShort, topics, sources, date, detail } = document;
  const alsoCalled = findName(title, names, words);
  const [topic] = topics;
  return {
    kind,
    ref,
    type,
    title,
    // A claim's date is the day from which pages can be expected to make it.
    ...(date && kind !== 'claim' && { date }),
    ...(detail && { detail }),
    ...(topic && { topic }),
    ...(alsoCalled && { alsoCalled }),
    excerpt: kind === 'claim' ? cutEvidence(document, words) : cutExcerpt(passages, words),
    ...(isBest && inShort && { inShort }),
    sourceCount: sources.length,
    words: [...words],
  };
}

/** A few words of evidence mean little alone: they are shown only if the claim was found by them. */
function cutEvidence({ title, passages }: LibraryDocument, words: ReadonlySet<string>): string {
  const inTitle = wordsIn(title, words);
  const untold = new Set([...words].filter((word) => !inTitle.has(word)));
  return untold.size === 0 ? '' : cutExcerpt(passages, untold);
}

/** The name with the most found words, if the title has fewer. */
function findName(title: string, names: readonly string[], words: ReadonlySet<string>): string | undefined {
  if (words.size === 0) return undefined;
  let best = { name: undefined as string | undefined, count: wordsIn(title, words).size };
  for (const name of names) {
    const count = wordsIn(name, words).size;
    if (count > best.count) best = { name, count };
  }
  return best.name;
}

function wordsIn(text: string, words: ReadonlySet<string>): Set<string> {
  return new Set(findWords(text, words).map(({ folded }) => folded));
}
