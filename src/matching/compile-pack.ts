import type { Pack } from '../knowledge/pack-schema.ts';
import { compileNames } from './names/compile-names.ts';
import { indexVersion } from './names/index-format.ts';
import { namesOfPack } from './names/names-of-pack.ts';
import { compileStatements, statementIndexMark } from './quotations/compile-statements.ts';
import { statementsOfPack } from './quotations/indexed-statement.ts';
import { foldingVersion } from './text/fold-character.ts';

/** What matching needs of one pack, as storable bytes: made once, when the pack is imported. */
export interface CompiledPack {
  /** See `compile-names.ts`. */
  readonly names: Uint8Array;
  /** See `compile-statements.ts`. */
  readonly statements: Uint8Array;
}

/** Stored beside the bytes: bytes from another version of the formats or of the folding are compiled again. */
export const compiledVersion = `${indexVersion}.${statementIndexMark.toString(16)}.${foldingVersion}`;

/** @throws RangeError for a name without a letter or digit */
export function compilePack(pack: Pack): CompiledPack {
  return {
    names: compileNames(namesOfPack(pack)),
    statements: compileStatements(statementsOfPack(pack)),
  };
}
