import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countedText, text } from '../../../i18n/texts.ts';
import { isNarrowed, type SearchAddress, wholeLibrary, writeAddress } from '../../content/library-address.ts';
import { FailureNotice } from '../navigation/notice.tsx';
import type { Navigation } from '../navigation/use-navigation.ts';
import { useQuery } from '../navigation/use-query.ts';
import type { LibraryOverview } from '../worker/describe-packs.ts';
import type { LibraryService } from '../worker/library-service.ts';
import type { SearchOutcome } from '../worker/search-library.ts';
import { FilterPanel } from './filter-panel.tsx';
import { ResultList } from './result-list.tsx';
import { useIsWide } from './use-is-wide.ts';

interface SearchViewProps {
  readonly navigation: Navigation;
  readonly address: SearchAddress;
  readonly overview: LibraryOverview;
  /** Changes with the packs; the search is then repeated. */
  readonly edition: number;
  search: LibraryService['search'];
  /** Reads the packs again. */
  onRetry(): void;
}

/** More would be rendered at every keystroke; a button shows the rest. */
const atOnce = 20;

/** The results for the current query, with filters beside them. */
export function SearchView({ navigation, address, overview, edition, search, onRetry }: SearchViewProps) {
  const [limit, setLimit] = useState(atOnce);
  const isWide = useIsWide();
  const written = writeAddress(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new search starts with the short list.
  useEffect(() => setLimit(atOnce), [written]);
  const { answer } = useQuery(`${edition} ${written} ${limit}`, () => search({ ...address, limit }));
  const { query } = address;
  const title = query === '' ? text('libraryAll') : `“${query}”`;
  const isDrawn = answer.state === 'answered';
  const pageTitle = text('libraryPageTitle', { title });
  useLayoutEffect(() => {
    if (isDrawn) navigation.arrive(pageTitle);
  }, [navigation, isDrawn, pageTitle]);

  if (answer.state === 'failed') {
    return <FailureNotice reason={answer.reason} onRetry={onRetry} />;
  }
  const outcome = answer.state === 'answered' ? answer.reply : undefined;
  const filters = outcome !== undefined && (
    <FilterPanel
      key="filters"
      address={address}
      facets={outcome.facets}
      overview={overview}
      isWide={isWide}
      onChange={(next) => navigation.goTo(next)}
    />
  );
  return (
    <div class="search-page">
      <div class="found-head">
        <h1 tabIndex={-1} dir="auto">
          {title}
        </h1>
        <p class="found-status" role="status">
          {outcome === undefined ? text('libraryIndexing') : describeResults(outcome)}
        </p>
      </div>
      {/* In visual order, which is the tab order. */}
      {!isWide && filters}
      <div key="found" class="found">
        {outcome !== undefined && (
          <Results outcome={outcome} overview={overview} onMore={() => setLimit(limit + atOnce)} />
        )}
        {outcome?.count === 0 && <NoneFound address={address} isWordless={outcome.isWordless} />}
      </div>
      {isWide && filters}
    </div>
  );
}

function describeResults({ count, isNearby }: SearchOutcome): string {
  if (count === 0) return text('libraryNone');
  return countedText(isNearby ? 'libraryNearby' : 'libraryResults', count);
}

interface ResultsProps {
  readonly outcome: SearchOutcome;
  readonly overview: LibraryOverview;
  onMore(): void;
}

function Results({ outcome: { count, items }, overview, onMore }: ResultsProps) {
  const topics = useMemo(() => new Map(overview.topics.map((topic) => [topic.ref, topic])), [overview]);
  const languages = useMemo(
    () => new Map(overview.packs.map(({ id, language }) => [id, language])),
    [overview],
  );
  const place = useRef<HTMLDivElement>(null);
  const firstWanted = useRef<number>();
  useLayoutEffect(() => {
    if (firstWanted.current === undefined || items.length <= firstWanted.current) return;
    // The button disappears with the last results: the focus moves to the first of the results it loaded.
    if (count <= items.length) focusResult(place.current, firstWanted.current);
    firstWanted.current = undefined;
  }, [count, items]);
  // Avoids rendering the same list again while the next answer is loading.
  const list = useMemo(
    () => <ResultList items={items} topics={topics} languages={languages} />,
    [items, topics, languages],
  );
  return (
    <div ref={place}>
      {list}
      {count > items.length && (
        <button
          type="button"
          class="more"
          onClick={() => {
            firstWanted.current = items.length;
            onMore();
          }}
        >
          {countedText('cardShowMore', Math.min(atOnce, count - items.length))}
        </button>
      )}
    </div>
  );
}

function focusResult(place: HTMLElement | null, index: number): void {
  // If the reader has moved the focus meanwhile, leave it there.
  const isFree = document.activeElement === document.body || place?.contains(document.activeElement);
  if (isFree) place?.querySelectorAll<HTMLElement>('.result h2 a')[index]?.focus();
}

function NoneFound({ address, isWordless }: { address: SearchAddress; isWordless: boolean }) {
  return (
    <div class="none">
      <p>{text(isWordless ? 'libraryWordless' : 'libraryNoneHint')}</p>
      {!isWordless && isNarrowed(address) && (
        <p>
          <a href={writeAddress({ ...wholeLibrary, query: address.query })}>
            {text('libraryNoneUnfiltered')}
          </a>
        </p>
      )}
      <p>
        <a href={writeAddress({ kind: 'home' })}>{text('libraryToHome')}</a>
      </p>
    </div>
  );
}
