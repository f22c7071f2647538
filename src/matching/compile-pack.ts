import type { Pack } from '../knowledge/pack-schema.ts';
import { compileNames } from './compile-names.ts';
import { compileStatements, statementIndexMark } from './compile-statements.ts';
import { foldingVersion } from './fold-character.ts';
import { indexVersion } from './index-format.ts';
import { namesOfPack } from './names-of-pack.ts';
import { statementsOfPack } from './traceable-statement.ts';

/** What matching needs of one pack, as bytes that can be kept: made once, when the pack is imported. */
export interface CompiledPack {
  /** See `compile-names.ts`. */
  readonly names: Uint8Array;
  /** See `compile-statements.ts`. */
  readonly statements: Uint8Array;
}

/** Kept beside the bytes: what another version of the layouts, or of the folding, has written is compiled anew. */
export const compiledVersion = `${indexVersion}.${statementIndexMark.toString(16)}.${foldingVersion}`;

/** @throws RangeError for a name without a letter or digit. */
export function compilePack(pack: Pack): CompiledPack {
  return {
    names: compileNames(namesOfPack(pack)),
    statements: compileStatements(statementsOfPack(pack)),
  };
}
