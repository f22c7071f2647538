import { CliError } from '../command-line/cli-error.ts';
import { type BrowserName, browserNames } from './find-browser.ts';

/** The browser given by `--browser`. @throws CliError if the name is unknown */
export function chooseBrowser(given: string): BrowserName {
  const chosen = browserNames.find((name) => name === given);
  if (chosen) return chosen;
  throw new CliError(`--browser ${given}: Sidelight is built for ${browserNames.join(' and ')}.`);
}

/** The given browser, or all if none was given. @throws CliError like `chooseBrowser` */
export function chooseBrowsers(given: string | undefined): readonly BrowserName[] {
  return given === undefined ? browserNames : [chooseBrowser(given)];
}
