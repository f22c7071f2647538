import { CliError } from '../command-line/cli-error.ts';
import { type BrowserName, browserNames } from './find-browser.ts';

/** The browser that `--browser` names. @throws Refusal where there is none of that name */
export function chooseBrowser(given: string): BrowserName {
  const chosen = browserNames.find((name) => name === given);
  if (chosen) return chosen;
  throw new CliError(`--browser ${given}: Sidelight is built for ${browserNames.join(' and ')}.`);
}

/** That one, or every browser where none was named. @throws Refusal as `chooseBrowser` */
export function chooseBrowsers(given: string | undefined): readonly BrowserName[] {
  return given === undefined ? browserNames : [chooseBrowser(given)];
}
