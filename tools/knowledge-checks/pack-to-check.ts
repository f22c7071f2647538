import { type FileOf, fileFinder } from '../../src/knowledge/file-finder.ts';
import type { Pack, Source } from '../../src/knowledge/pack-schema.ts';

/** The input of the checks: a pack that parses, the characters of its files and, if available, the articles. */
export interface PackToCheck {
  readonly pack: Pack;
  readonly files: Readonly<Record<string, unknown>>;
  readonly rawFiles: Readonly<Record<string, string>>;
  readonly fileOf: FileOf;
  /** SHA-256 of a text to the text; empty if the articles are not available. */
  readonly texts: ReadonlyMap<string, string>;
}

export function packToCheck(
  pack: Pack,
  files: Readonly<Record<string, unknown>>,
  rawFiles: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, string>,
): PackToCheck {
  return { pack, files, rawFiles, fileOf: fileFinder(files), texts };
}

/** The source whose text the offsets of `source` refer to: for a story inside a longer text, its parent. */
export function sourceOfText(pack: Pack, source: Source | undefined): Source | undefined {
  if (!source?.partOf || source.textSha256) return source;
  const parentId = source.partOf.source;
  return pack.sources.find(({ id }) => id === parentId);
}

/** The article that a source's offsets refer to, or undefined if it is not available. */
export function textOf({ pack, texts }: PackToCheck, sourceId: string): string | undefined {
  const source = sourceOfText(
    pack,
    pack.sources.find(({ id }) => id === sourceId),
  );
  return source?.textSha256 === undefined ? undefined : texts.get(source.textSha256);
}
