import { useEffect, useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';

export type Answer<Reply> =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly reply: Reply }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Asks again whenever `key` changes. The last answer stays until the next one is there, so that a page does not go blank
 * between two keys; `isCurrent` tells whether it belongs to `key`.
 */
export function useAnswer<Reply>(
  key: string,
  ask: () => Promise<Reply>,
): { readonly answer: Answer<Reply>; readonly isCurrent: boolean } {
  const [known, setKnown] = useState<{ key: string; answer: Answer<Reply> }>({
    key: '',
    answer: { state: 'waiting' },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all that `ask` depends on.
  useEffect(() => {
    let isWanted = true;
    const tell = (answer: Answer<Reply>) => {
      if (isWanted) setKnown({ key, answer });
    };
    ask().then(
      (reply) => tell({ state: 'answered', reply }),
      (error: unknown) => tell({ state: 'failed', reason: describeFailure(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return { answer: known.answer, isCurrent: known.key === key };
}
