/**
 * `npm run screenshots -- [--browser chromium|firefox] [--no-build]`: screenshots of the built extension, on our own
 * demonstration article, and of keeping two invented articles, by its own buttons. `out/screenshots/` gets every surface in both browsers, light and dark, in the stores' size of
 * 1280 × 800; `docs/` gets the few that the README shows.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptPage } from '../src/contracts/kept-calls.ts';
import { loadExampleArticles } from '../src/i18n/example-articles.ts';
import { askBackground } from './browsers/ask-extension.ts';
import { chooseBrowsers } from './browsers/choose-browsers.ts';
import type { DrivenPage } from './browsers/driven-page.ts';
import type { BrowserName } from './browsers/find-browser.ts';
import { builtFolder, type LaunchedExtension, launchExtension } from './browsers/launch-extension.ts';
import { servePages } from './browsers/serve-pages.ts';
import { waitFor } from './browsers/wait-for.ts';
import { buildExtension } from './build-extension.ts';
import { reportCliErrors } from './command-line/cli-error.ts';
import { readArguments } from './command-line/read-arguments.ts';
import { projectRoot } from './command-line/run-command.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The size that Chrome's store and addons.mozilla.org both accept. */
const storeSize = { width: 1280, height: 800 };
/** A surface is complete after this many polls with the same text. */
const stillLooks = 20;
const outFolder = join(projectRoot, 'out/screenshots');
/** The README's screenshots: from Chromium, each in the theme that suits it best. */
const readmePictures: readonly (readonly [string, string])[] = [
  ['chromium-light-story', 'story'],
  ['chromium-dark-story', 'story-dark'],
  ['chromium-light-keep', 'keep'],
  ['chromium-light-compared', 'compared'],
  ['chromium-light-card', 'card'],
  ['chromium-dark-card', 'card-dark'],
  ['chromium-light-quotation', 'quotation'],
  ['chromium-light-panel', 'panel'],
  ['chromium-light-library', 'library'],
  ['chromium-light-toolbar', 'toolbar'],
];

type Example = Awaited<ReturnType<typeof loadExampleArticles>>[number];

interface Shooting {
  readonly extension: LaunchedExtension;
  readonly name: BrowserName;
  readonly theme: Theme;
}

async function main(): Promise<void> {
  const options = {
    browser: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments(
    { options },
    'Usage: npm run screenshots -- [--browser chromium|firefox] [--no-build]',
  );
  const chosen = chooseBrowsers(values.browser);
  mkdirSync(outFolder, { recursive: true });
  const server = await servePages();
  const address = `${server.addFolder('/', join(projectRoot, 'assets/demo'))}article.html`;
  const examples = (await loadExampleArticles('en')).map((article, number) =>
    server.addPage(`/example-${number}.html`, writeExamplePage(article)),
  );
  try {
    for (const name of chosen) {
      if (!values['no-build']) buildExtension(name);
      for (const theme of themes) await shootBrowser(name, theme, address, examples);
    }
  } finally {
    await server.close();
  }
  for (const [from, to] of readmePictures) {
    const file = join(outFolder, `${from}.png`);
    if (existsSync(file)) copyFileSync(file, join(projectRoot, 'docs', `${to}.png`));
  }
}

async function shootBrowser(
  name: BrowserName,
  theme: Theme,
  address: string,
  examples: readonly string[],
): Promise<void> {
  const extension = await launchExtension(name, {
    windowSize: storeSize,
    // Sets both the page's and the system's preference: BiDi cannot emulate media features. Without motion no card is
    // captured while it fades in.
    firefoxPreferences: {
      'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': 1,
    },
  });
  const shooting: Shooting = { extension, name, theme };
  try {
    const page = await extension.openPage(address);
    await shootArticle(shooting, page);
    const tab = await extension.findTabId(page);
    await captureSurface(shooting, 'toolbar', `src/entrypoints/toolbar.html?tab=${tab}`, {
      width: 330,
      height: 580,
    });
    await captureSurface(shooting, 'panel', `src/entrypoints/panel.html?tab=${tab}`, {
      width: 420,
      height: 800,
    });
    await captureSurface(shooting, 'options', 'src/entrypoints/options.html', storeSize);
    await captureSurface(shooting, 'library', 'src/entrypoints/library.html', storeSize);
    await captureSurface(shooting, 'welcome', 'src/entrypoints/welcome.html', storeSize);
    await shootKeeping(shooting, examples);
  } finally {
    await extension.close();
  }
}

async function shootArticle(shooting: Shooting, page: DrivenPage): Promise<void> {
  await dress(shooting, page, storeSize);
  await page.waitForMark('Rekognition');
  await shoot(shooting, page, 'marks');
  await page.clickMark('Rekognition');
  await page.waitForCard((text) => text.includes('moratorium'));
  await page.waitForStillCard();
  await shoot(shooting, page, 'card');
  await page.press('Escape');
  await page.waitForNoCard();
  await page.clickText('enough time to implement');
  await page.waitForCard((text) => text.includes('Who else prints it'));
  await page.waitForStillCard();
  await shoot(shooting, page, 'quotation');
  await page.press('Escape');
}

/** Keeps the first example in the popup, shows the second beside it, keeps that as well, and opens their story. */
async function shootKeeping(shooting: Shooting, [first = '', second = '']: readonly string[]): Promise<void> {
  const { extension } = shooting;
  const firstTab = await extension.findTabId(await extension.openPage(first));
  const popup = `src/entrypoints/toolbar.html?tab=${firstTab}`;
  const keep = await extension.openExtensionPage(popup);
  await dress(shooting, keep, { width: 330, height: 580 });
  await keep.page.locator('::-p-aria([name="Keep this article"][role="button"])').click();
  await waitUntilStill(keep, 'kept article');
  await shoot(shooting, keep, 'keep');
  await keep.close();

  const secondTab = await extension.findTabId(await extension.openPage(second));
  if (secondTab === undefined) throw new Error('The second example has no tab.');
  const panel = await extension.openExtensionPage(`src/entrypoints/panel.html?tab=${secondTab}`);
  await dress(shooting, panel, { width: 420, height: 800 });
  await panel.page.locator('#tab-kept').click();
  await waitUntilStill(panel, 'comparison');
  await shoot(shooting, panel, 'compared');
  await panel.page.locator('::-p-aria([name="Keep this article"][role="button"])').click();
  await waitUntilStill(panel, 'second kept article');
  const summary = (await askBackground(panel.page, 'getKeptPage', {
    tabId: secondTab,
  })) as unknown as KeptPage;
  await panel.close();
  const story = summary.kept?.story.id;
  if (story === undefined) throw new Error('The second example was not kept.');
  await captureSurface(shooting, 'story', `src/entrypoints/library.html#/story/${story}`, storeSize);
}

/** An invented article as a page. */
function writeExamplePage({ title, outlet, authors, date, text }: Example): string {
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="${outlet}">
<meta name="author" content="${authors.join(', ')}"><meta property="article:published_time" content="${date}"></head>
<body><article><h1>${title}</h1>${paragraphs.join('\n')}</article></body></html>`;
}

/** Skips a surface that the build does not have. */
async function captureSurface(
  shooting: Shooting,
  surface: string,
  path: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  if (!existsSync(join(builtFolder(shooting.name), path.replace(/[?#].*/, '')))) return;
  const page = await shooting.extension.openExtensionPage(path);
  await dress(shooting, page, size);
  await waitUntilStill(page, surface);
  await shoot(shooting, page, surface);
  await page.close();
}

/** Waits until the background's answer is rendered: the same text in many polls. */
async function waitUntilStill(page: DrivenPage, surface: string): Promise<void> {
  let last = '';
  let looks = 0;
  await waitFor(
    `the ${surface} to stand still`,
    async () => {
      const text = await page.call(() => document.body.textContent);
      looks = text !== '' && text === last ? looks + 1 : 0;
      last = text;
      return looks;
    },
    (count) => count >= stillLooks,
  );
}

async function dress(
  { name, theme }: Shooting,
  { page }: DrivenPage,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewport(size);
  if (name === 'chromium')
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
}

async function shoot({ name, theme }: Shooting, page: DrivenPage, what: string): Promise<void> {
  const file = join(outFolder, `${name}-${theme}-${what}.png`) as `${string}.png`;
  await page.screenshot(file);
  console.log(file);
}

await reportCliErrors(main);
