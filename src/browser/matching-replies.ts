import type { Pack } from '../knowledge/pack-schema.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import type { PageMatching } from '../matching/page-matching.ts';
import type { WordRequest } from '../matching/select-names.ts';
import { toBase64 } from './base64.ts';
import { detailPack } from './describe-pack.ts';
import type { DetailedPack, MatchingIndex, SelectedNames } from './messages.ts';

/** What the background answers frames that want to match, written once for as long as the packs stay the same. */
export interface MatchingReplies {
  describe(): MatchingIndex;
  selectNames(request: WordRequest): SelectedNames;
  /** For the background itself, which looks names up in what cards quote. */
  readonly findNames: PageMatching['findNames'];
  /** Base64 of the compiled statements. */
  readStatements(): string;
}

export function makeMatchingReplies(matching: PageMatching): MatchingReplies {
  let index: MatchingIndex | undefined;
  let statements: string | undefined;
  const readStatements = () => (statements ??= toBase64(matching.statements));
  return {
    describe() {
      const { whole, isAscii } = matching;
      index ??= whole
        ? { isWhole: true, names: toBase64(whole.names), statements: readStatements() }
        : { isWhole: false, isAscii };
      return index;
    },
    selectNames(request) {
      const { names, known } = matching.select(request);
      return { names: names ? toBase64(names) : null, known: [...known] };
    },
    findNames: matching.findNames,
    readStatements,
  };
}

/** The built-in pack, for those who are about to import another. */
export function describeBuiltIn({ pack, compiled }: { pack: Pack; compiled: CompiledPack }): {
  pack: DetailedPack;
  names: string;
} {
  return { pack: detailPack(pack), names: toBase64(compiled.names) };
}
