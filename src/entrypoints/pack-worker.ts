import { describeText, makeKeptId, summarise } from '../background/kept/describe-kept.ts';
import { servePackImport } from '../extension-pages/serve-pack-import.ts';
import { compiledVersion, compilePack } from '../matching/compile-pack.ts';
import { findKnownNames } from '../matching/names/find-known-names.ts';

servePackImport(
  globalThis as unknown as Parameters<typeof servePackImport>[0],
  { compile: compilePack, version: compiledVersion, findKnownNames },
  { describeText, makeKeptId, summarise },
);
