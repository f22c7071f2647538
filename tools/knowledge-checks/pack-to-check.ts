import { type FileOf, fileFinder } from '../../src/knowledge/file-finder.ts';
import type { Pack, Source } from '../../src/knowledge/pack-schema.ts';

/** What the checks look at: a pack that parses, the characters of its files and, where they are, the articles. */
export interface PackToCheck {
  readonly pack: Pack;
  readonly files: Readonly<Record<string, unknown>>;
  readonly rawFiles: Readonly<Record<string, string>>;
  readonly fileOf: FileOf;
  /** SHA-256 of a text to the text; empty where the articles are not at hand. */
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

/** The source that carries the text in which `source`'s places count: a story inside a longer text has its parent's. */
export function sourceOfText(pack: Pack, source: Source | undefined): Source | undefined {
  if (!source?.partOf || source.textSha256) return source;
  const parentId = source.partOf.source;
  return pack.sources.find(({ id }) => id === parentId);
}

/** The article that a source's places refer to, or undefined where it is not at hand. */
export function textOf({ pack, texts }: PackToCheck, sourceId: string): string | undefined {
  const source = sourceOfText(
    pack,
    pack.sources.find(({ id }) => id === sourceId),
  );
  return source?.textSha256 === undefined ? undefined : texts.get(source.textSha256);
}
