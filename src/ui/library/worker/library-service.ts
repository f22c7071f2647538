import type { KeptSummary } from '../../../contracts/kept-calls.ts';
import type { Pack } from '../../../knowledge/pack-schema.ts';
import { splitRef } from '../../../knowledge/qualify-pack.ts';
import type { HandOnTexts } from '../../../stories/kept/export-story.ts';
import type { KeptArticle, Story } from '../../../stories/kept/kept-article.ts';
import type { LibraryContent } from '../../../view-models/library-content.ts';
import { makeLibraryContent } from '../../../view-models/make-library-content.ts';
import type { CheckedText } from '../../../view-models/stories/checked-text.ts';
import { previewStory } from '../../../view-models/stories/describe-story.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';
import type { ItemAddress } from '../../content/library-address.ts';
import type { CheckLibrary } from './check-library.ts';
import type { KeptContent } from './describe-kept-article.ts';
import { describePacks, type LibraryOverview } from './describe-packs.ts';
import type { StoryDraft, StoryFile } from './hand-on-story.ts';
import { listDocuments } from './list-documents.ts';
import { type ListedStory, listStories } from './list-stories.ts';
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
  /** The reader's stories, the one in which something was kept last first. */
  listStories(): Promise<readonly ListedStory[]>;
  /** A story and its articles, which have not been compared; null if there is no such story. */
  previewStory(id: string): Promise<StoryContent | null>;
  /** What the articles of a story print; null if there is no such story. */
  openStory(id: string): Promise<StoryContent | null>;
  /** A kept article with its versions; null if it is not kept. */
  openKept(id: string): Promise<KeptContent | null>;
  /** A story as a pack file; null if there is no such story. `now` is ISO 8601, in UTC. */
  exportStory(request: { id: string; now: string; texts: HandOnTexts }): Promise<StoryFile | null>;
  /** A story as the zip of a pack's draft; null if there is no such story. `today` is `YYYY-MM-DD`. */
  draftStory(request: { id: string; today: string }): Promise<StoryDraft | null>;
  /** Looks up each quotation of a text in all packs and in what the reader keeps. The text is not stored. */
  check(text: string): Promise<CheckedText>;
}

/** Reads what the reader has kept. */
export interface KeptReader {
  listStories(): Promise<readonly Story[]>;
  listKeptSummaries(): Promise<readonly KeptSummary[]>;
  readStory(id: string): Promise<Story | undefined>;
  readArticlesOfStory(story: string): Promise<readonly KeptArticle[]>;
  readKeptArticle(id: string): Promise<KeptArticle | undefined>;
}

/** Few readers hand a story on: what writes it is loaded then. */
function openForHandOn(kept: KeptReader, id: string) {
  return Promise.all([import('./hand-on-story.ts'), kept.readStory(id), kept.readArticlesOfStory(id)]);
}

export function createLibraryService(kept: KeptReader): LibraryService {
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
    async listStories() {
      const [stories, summaries] = await Promise.all([kept.listStories(), kept.listKeptSummaries()]);
      return listStories(stories, summaries);
    },
    async previewStory(id) {
      const [story, articles] = await Promise.all([kept.readStory(id), kept.readArticlesOfStory(id)]);
      return story === undefined ? null : previewStory(story, articles);
    },
    async openStory(id) {
      // Most visits open no story, and what compares articles is as large as everything else here.
      const [{ makeStoryContent }, story, articles] = await Promise.all([
        import('../../../view-models/stories/make-story-content.ts'),
        kept.readStory(id),
        kept.readArticlesOfStory(id),
      ]);
      return story === undefined ? null : makeStoryContent(story, articles);
    },
    async openKept(id) {
      const article = await kept.readKeptArticle(id);
      if (article === undefined) return null;
      const [{ describeKeptArticle }, story] = await Promise.all([
        import('./describe-kept-article.ts'),
        kept.readStory(article.story),
      ]);
      return describeKeptArticle(article, story);
    },
    async exportStory({ id, now, texts }) {
      const [{ writeStoryFile }, story, articles] = await openForHandOn(kept, id);
      return story === undefined ? null : writeStoryFile(story, articles, now, texts);
    },
    async draftStory({ id, today }) {
      const [{ writeStoryDraft }, story, articles] = await openForHandOn(kept, id);
      return story === undefined ? null : writeStoryDraft(story, articles, today);
    },
    async check(text) {
      checker ??= import('./check-library.ts').then(({ createLibraryChecker }) =>
        createLibraryChecker([...packs.values()], kept),
      );
      return (await checker)(text);
    },
  };
}
