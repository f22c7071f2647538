import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageComparison } from '../../contracts/kept-calls.ts';
import type { KeepServices } from './keep-services.ts';

/** `waiting` until the background has answered the first time; null if the page cannot be compared. */
export type ComparisonState = PageComparison | null | 'waiting' | 'failed';

/**
 * The page in a tab compared with what is kept: now, whenever `revision` changes, and after each change of what is
 * kept. Of another page's answer, or an earlier one, nothing is shown.
 * @param page identifies the page; undefined if there is none
 */
export function useComparison(
  tabId: number | undefined,
  page: string | undefined,
  revision: string,
  services: KeepServices,
): ComparisonState {
  const [shown, setShown] = useState<{ readonly page: string; readonly comparison: ComparisonState }>();
  const latest = useRef(0);
  const [keptRevision, setKeptRevision] = useState(0);
  useEffect(() => {
    const closing = new AbortController();
    services.watchKept(({ length }) => {
      if (length > 0) setKeptRevision((count) => count + 1);
    }, closing.signal);
    return () => closing.abort();
  }, [services]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the page's text or what is kept has changed
  useEffect(() => {
    if (tabId === undefined || page === undefined) return;
    latest.current += 1;
    const request = latest.current;
    const show = (comparison: ComparisonState) => {
      if (request === latest.current) setShown({ page, comparison });
    };
    services.compareWithKept(tabId).then(show, () => show('failed'));
  }, [tabId, page, revision, keptRevision, services]);
  if (page === undefined) return null;
  return shown?.page === page ? shown.comparison : 'waiting';
}

/** Changes whenever the page's text may have. */
export function revisionOf(blocks: readonly { readonly text: string }[] | undefined): string {
  if (blocks === undefined) return '';
  return `${blocks.length} ${blocks.reduce((length, { text }) => length + text.length, 0)}`;
}
