import { join } from 'node:path';
import type { BrowserName } from '../browsers/find-browser.ts';
import { builtFolder } from '../browsers/launch-extension.ts';
import { buildModes } from '../build-extension.ts';

/** A build of the extension to measure. */
export interface Build {
  readonly subject: 'this build' | 'other build';
  readonly folder: string;
}

/**
 * What is measured in a browser: the build of this checkout and, for comparison, another.
 * @param against the `dist` folder of another checkout
 */
export function listBuilds(browser: BrowserName, against: string | undefined): Build[] {
  const own: Build = { subject: 'this build', folder: builtFolder(browser) };
  if (against === undefined) return [own];
  return [own, { subject: 'other build', folder: join(against, buildModes[browser]) }];
}
