import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

/** A new folder with this in its name; it goes when the run is over (`prepare-run.ts`). */
export function makeTemporaryFolder(name: string): string {
  return mkdtempSync(path.join(inject('temporaryFolder'), `${name}-`));
}
