import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** Where to look for a browser, best first: an environment variable, the search path, the usual folders. */
const places: Record<BrowserName, { variable: string; commands: string[]; files: string[]; debian: string }> =
  {
    chromium: {
      variable: 'CHROMIUM_PATH',
      commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
      files: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      ],
      debian: 'chromium',
    },
    firefox: {
      variable: 'FIREFOX_PATH',
      commands: ['firefox-esr', 'firefox'],
      files: [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      ],
      debian: 'firefox-esr',
    },
  };

/** The browser's executable, or undefined if none is found. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, commands, files } = places[name];
  const chosen = process.env[variable];
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...files].find((file) => existsSync(file));
}

/**
 * The browser's executable; installs it first if it is missing and this is Debian (or a derivative) as root.
 * @throws Error that says exactly what to install
 */
export function requireBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found) return found;
  const { variable, debian } = places[name];
  const chosen = process.env[variable];
  if (chosen) throw new Error(`${variable} says ${chosen}, but no file is there. Correct or unset it.`);
  if (!canInstallByApt()) throw new Error(explainMissing(name));
  console.log(`No ${name} found: installing Debian's ${debian} …`);
  runApt(['update']);
  runApt(['install', '--yes', '--no-install-recommends', debian]);
  const installed = findBrowser(name);
  if (!installed) throw new Error(`apt-get installed ${debian}, but no ${name} is on the search path.`);
  return installed;
}

function canInstallByApt(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function runApt(args: string[]): void {
  // A machine that has just started often holds the lock for its own updates: wait for it, five minutes at most.
  execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '--quiet', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function explainMissing(name: BrowserName): string {
  const { variable, debian } = places[name];
  const advice: Partial<Record<NodeJS.Platform, string>> = {
    linux: `On Debian or Ubuntu run: sudo apt-get install ${debian}. On Fedora run: sudo dnf install ${name}.`,
    darwin: `Run: brew install --cask ${name === 'chromium' ? 'google-chrome' : 'firefox'}.`,
    win32: `Run: winget install ${name === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox'}.`,
  };
  const hint = advice[process.platform] ?? `Install ${name}.`;
  return `No ${name} found. ${hint} Or set ${variable} to the executable you have.`;
}
