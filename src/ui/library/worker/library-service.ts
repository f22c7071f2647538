import type { Pack, PackDate } from '../../../knowledge/pack-schema.ts';
import { refOf, splitRef } from '../../../knowledge/qualify-pack.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import type { LibraryContent } from '../../../view-models/library-content.ts';
import { makeLibraryContent } from '../../../view-models/make-library-content.ts';
import type { ItemAddress } from '../../content/library-address.ts';
import { type DocumentType, listDocuments } from './list-documents.ts';
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
}

export interface LibraryOverview {
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
    readonly knownTo: string;
    readonly language: string;
  }[];
  readonly topics: readonly OverviewTopic[];
  readonly counts: Readonly<Partial<Record<DocumentType, number>>>;
  /** For naming the sources that results rest on. */
  readonly sources: readonly OverviewSource[];
}

interface OverviewSource {
  readonly ref: string;
  readonly outlet: string;
  readonly title?: string;
  readonly date: PackDate;
}

export interface OverviewTopic {
  readonly ref: string;
  readonly title: string;
  readonly color: string;
  readonly language: string;
  readonly entityCount: number;
  /** The first few entities. */
  readonly entities: CardContent['related'];
}

/** Enough to show what a topic is about. */
const shownEntities = 8;

export function createLibraryService(): LibraryService {
  let packs = new Map<string, Pack>();
  let library = createLibrarySearch();
  let indexing = Promise.resolve();
  return {
    async replacePacks(packTexts) {
      // The background validated each pack before returning it.
      const parsed = packTexts.map((text): Pack => JSON.parse(text));
      packs = new Map(parsed.map((pack) => [pack.id, pack]));
      library = createLibrarySearch();
      const documents = [...packs.values()].flatMap(listDocuments);
      indexing = library.add(documents);
      const counts: Partial<Record<DocumentType, number>> = {};
      for (const { type } of documents) counts[type] = (counts[type] ?? 0) + 1;
      return {
        packs: [...packs.values()].map(({ id, title, knownTo, language }) => ({
          id,
          title,
          knownTo,
          language,
        })),
        topics: [...packs.values()].flatMap(describeTopics),
        counts,
        sources: [...packs.values()].flatMap((pack) =>
          pack.sources.map(({ id, outlet, title, date }) => ({
            ref: refOf(pack.id, id),
            outlet,
            ...(title && { title }),
            date,
          })),
        ),
      };
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
  };
}

function describeTopics(pack: Pack): OverviewTopic[] {
  return pack.topics.map(({ id, title, color }) => {
    const entities = pack.entities.filter(({ topic }) => topic === id);
    return {
      ref: refOf(pack.id, id),
      title,
      color,
      language: pack.language,
      entityCount: entities.length,
      entities: entities.slice(0, shownEntities).map((entity) => ({
        ref: refOf(pack.id, entity.id),
        title: entity.title,
        type: entity.type,
      })),
    };
  });
}
