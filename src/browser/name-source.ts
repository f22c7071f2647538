import { fromBase64 } from './base64.ts';
import { callBackground } from './call-background.ts';

/** The names of packs that are too large to lie in each frame: the background has them. */
export function nameSource({ isAscii }: { readonly isAscii: boolean }) {
  return {
    isAscii,
    async askNames(words: readonly string[], known: readonly string[]) {
      const answer = await callBackground('getNames', { words: [...words], known: [...known] });
      return { names: answer.names === null ? undefined : fromBase64(answer.names), known: answer.known };
    },
    askStatements: async () => fromBase64(await callBackground('getStatements')),
  };
}
