import { servePackImport } from './browser/serve-pack-import.ts';
import { compiledVersion, compilePack } from './matching/compile-pack.ts';
import { findKnownNames } from './matching/find-known-names.ts';

servePackImport(globalThis as unknown as Parameters<typeof servePackImport>[0], {
  compile: compilePack,
  version: compiledVersion,
  findKnownNames,
});
