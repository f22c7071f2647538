import { fromBase64 } from './base64.ts';
import { callBackground } from './call-background.ts';
import type { MatchingIndex } from './messages.ts';

/** What the background has said of the packs' names and statements, as bytes; or, where they are too many, the way to ask it. */
export function knownNames(index: MatchingIndex) {
  if (!index.isWhole) return { isWhole: false, source: nameSource(index.isAscii) } as const;
  const { names, statements } = index;
  return { isWhole: true, names: fromBase64(names), readStatements: () => fromBase64(statements) } as const;
}

function nameSource(isAscii: boolean) {
  return {
    isAscii,
    async askNames(words: readonly string[], known: readonly string[]) {
      const answer = await callBackground('getNames', { words: [...words], known: [...known] });
      return { names: answer.names === null ? undefined : fromBase64(answer.names), known: answer.known };
    },
    askStatements: async () => fromBase64(await callBackground('getStatements')),
  };
}
