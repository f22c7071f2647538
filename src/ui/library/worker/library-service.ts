import type { Pack } from '../../../knowledge/pack-schema.ts';
import { splitRef } from '../../../knowledge/qualify-pack.ts';
import type { KeptArticle, Story } from '../../../stories/kept/kept-article.ts';
import type { LibraryContent } from '../../../view-models/library-content.ts';
import { makeLibraryContent } from '../../../view-models/make-library-content.ts';
import type { CheckedText } from '../../../view-models/stories/checked-text.ts';
import type { ItemAddress } from '../../content/library-address.ts';
import type { CheckLibrary } from './check-library.ts';
import { describePacks, type LibraryOverview } from './describe-packs.ts';
import { listDocuments } from './list-documents.ts';
import { createLibrarySearch, type SearchOutcome, type SearchRequest } from './search-library.ts';

/** The library page's calls. They run in a worker, as answers take a while with many entities. */
export interface LibraryService {
  /**
   * Replaces the packs, each given as JSON: strings pass between threads without being parsed on the way. Must be
   * called first. Returns an overview of the content.
   */
  replacePacks(packTexts: readonly string[]): Promise<LibraryOverview>;
  search(request: SearchRequest): Promise<SearchOutcome>;
  /** Everything about one item; null if no pack has it. */
  open(address: ItemAddress): Promise<LibraryContent | null>;
  /** Looks up each quotation of a text in all packs and in what the reader keeps. The text is not stored. */
  check(text: string): Promise<CheckedText>;
}

/** Reads what the reader has kept. */
export interface KeptReader {
  listStories(): Promise<readonly Story[]>;
  readArticlesOfStory(story: string): Promise<readonly KeptArticle[]>;
}

const nothingKept: KeptReader = { listStories: async () => [], readArticlesOfStory: async () => [] };

export function createLibraryService(kept: KeptReader = nothingKept): LibraryService {
  let packs = new Map<string, Pack>();
  let library = createLibrarySearch();
  let indexing = Promise.resolve();
  let checker: Promise<CheckLibrary> | undefined;
  return {
    async replacePacks(packTexts) {
      // The background validated each pack before returning it.
      const parsed = packTexts.map((text): Pack => JSON.parse(text));
      packs = new Map(parsed.map((pack) => [pack.id, pack]));
      library = createLibrarySearch();
      checker = undefined;
      const documents = [...packs.values()].flatMap(listDocuments);
      indexing = library.add(documents);
      return describePacks([...packs.values()], documents);
    },
    async search(request) {
      // The packs may be replaced again while these are being read.
      for (let awaited: typeof indexing | undefined; awaited !== indexing; ) {
        awaited = indexing;
        await awaited;
      }
      return library.find(request);
    },
    async open({ kind, ref }) {
      const pack = packs.get(splitRef(ref).packId);
      return pack === undefined ? null : makeLibraryContent(pack, kind, ref, [...packs.values()]);
    },
    async check(text) {
      checker ??= import('./check-library.ts').then(({ createLibraryChecker }) =>
        createLibraryChecker([...packs.values()], kept),
      );
      return (await checker)(text);
    },
  };
}
