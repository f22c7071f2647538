import { useEffect, useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';

export type QueryState<Reply> =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly reply: Reply }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Repeats the query whenever `key` changes. Keeps the last answer until the next one arrives, so that the page does not
 * go blank between two keystrokes; `isCurrent` says whether the answer belongs to `key`.
 */
export function useQuery<Reply>(
  key: string,
  ask: () => Promise<Reply>,
): { readonly answer: QueryState<Reply>; readonly isCurrent: boolean } {
  const [known, setKnown] = useState<{ key: string; answer: QueryState<Reply> }>({
    key: '',
    answer: { state: 'waiting' },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` identifies everything `ask` depends on.
  useEffect(() => {
    let isWanted = true;
    const publish = (answer: QueryState<Reply>) => {
      if (isWanted) setKnown({ key, answer });
    };
    ask().then(
      (reply) => publish({ state: 'answered', reply }),
      (error: unknown) => publish({ state: 'failed', reason: describeFailure(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return { answer: known.answer, isCurrent: known.key === key };
}
