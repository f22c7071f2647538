import type { BrowserName } from './browsers/find-browser.ts';
import { readCommand } from './command-line/run-command.ts';

/** The name of the build for each browser: vite's mode, and its folder in `dist`. */
export const buildModes: Readonly<Record<BrowserName, 'chrome' | 'firefox'>> = {
  chromium: 'chrome',
  firefox: 'firefox',
};

/** Builds the extension for a browser. @throws Error with the build's output if it fails */
export function buildExtension(browser: BrowserName): void {
  const mode = buildModes[browser];
  console.log(`Building dist/${mode} …`);
  const { output, isSuccess } = readCommand('vite', ['build', '--mode', mode, '--logLevel', 'warn']);
  if (!isSuccess) throw new Error(`The build failed:\n${output}`);
}
