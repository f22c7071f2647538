import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { DrawnMark } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { readArticles } from '../pages/articles.ts';

const packFolder = join(import.meta.dirname, '../../../assets/knowledge/facial-recognition');
const readList = (name: string) => JSON.parse(readFileSync(join(packFolder, `${name}.json`), 'utf8'))[name];
const outlets = new Set<string>(readList('sources').map((source: { outlet: string }) => source.outlet));
/** What sources print, as the pack has it: words of a statement, and evidence for a claim. */
const printed: string[] = [
  ...readList('statements').flatMap(({ wordings }: { wordings: { text: string }[] }) => wordings),
  ...readList('claims').flatMap(({ positions }: { positions: { evidence: { text: string }[] }[] }) =>
    positions.flatMap(({ evidence }) => evidence),
  ),
].map(({ text }) => plain(text));

/** Ignores what typesetting may change: kinds of space and of quotation mark. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'");
}

/**
 * The outlets named in a card, and what it quotes that a source prints, whole or cut at its ends. Two words are as
 * likely a name or a term.
 */
function readReports(card: string) {
  const quoted = [...card.matchAll(/“([^”]+)”/g)].map(([, words = '']) => plain(words.replace(/^…|…$/g, '')));
  const text = plain(card);
  return {
    outlets: [...outlets].filter((outlet) => text.includes(outlet)),
    quotations: quoted
      .map((words) => words.trim())
      .filter((words) => words.split(' ').length > 2 && printed.some((text) => text.includes(words))),
  };
}

describe.each(browserNames)('a reader with %s', (name) => {
  const tested = useExtension(name);

  test.each(readArticles())(
    'reads article $name, clicks $term, sees who said what, and is back with Esc',
    async ({ folder, html, term }) => {
      const page =
        folder === undefined
          ? await tested.openHtml(html)
          : await tested.openAddress(`${tested.server.addFolder('/demo/', folder)}article.html`);
      const marks = await page.waitForMark(term);
      // The names of all marks are those of one document (`settings/mark-style/mark-names.ts`).
      expect(marks[0]?.style).toMatch(/^[a-p]{16}[a-z0-9]$/);
      expect(new Set(marks.map(({ style }) => style.slice(0, 16))).size).toBe(1);
      await page.call(rememberFocusBeforeClick);
      await page.clickMark(term);
      const card = await page.waitForCard((text) => readReports(text).outlets.length >= 2);
      expect(card).toContain(term);
      expect(readReports(card).quotations.length).toBeGreaterThan(1);
      await page.press('Escape');
      await page.waitForNoCard();
      expect(await page.call(hasFocusBack)).toBe(true);
      expect(page.errors).toEqual([]);
    },
  );

  test('finds a page about something else byte-identical and unmarked', async () => {
    const page = await tested.openHtml(
      '<article><p>The orchard opened at nine. Apples were sold by the crate, and it rained.</p></article>',
    );
    const before = await page.call(() => document.documentElement.outerHTML);
    await addParagraph(page, 'Police used Amazon Rekognition.');
    // The new paragraph's mark shows that the page had been read, and that nothing else was worth a mark.
    const marks = await page.waitForMarks();
    expect(texts(marks)).toEqual(['Amazon Rekognition']);
    await page.call(() => document.querySelector('#added')?.remove());
    await page.waitForMarks((rest) => rest.length === 0);
    expect(await page.call(() => document.documentElement.outerHTML)).toBe(before);
  });

  test('finds a page with marks byte-identical too', async () => {
    const page = await tested.openHtml(`<script>
        addEventListener('DOMContentLoaded', () => { window.untouched = document.documentElement.outerHTML; });
      </script><article><p>Police used <b>Amazon</b> Rekognition; NIST measured others.</p></article>`);
    await page.waitForMarks();
    const isUntouched = () =>
      document.documentElement.outerHTML === (window as Window & { untouched?: string }).untouched;
    expect(await page.call(isUntouched)).toBe(true);
    await page.clickText('Rekognition');
    await page.waitForCard();
    await page.press('Escape');
    await page.waitForNoCard();
    // The frame is kept for a while, for the next card.
    await waitFor('a page at rest', () => page.call(isUntouched), Boolean);
  });

  test('writes in inputs, editors and code without a mark', async () => {
    const page = await tested.openHtml(`<article>
      <input value="Amazon Rekognition"><textarea>Amazon Rekognition</textarea>
      <div contenteditable="true">Amazon Rekognition</div>
      <pre><code>Amazon Rekognition</code></pre><script type="text/plain">Amazon Rekognition</script>
      <p>Amazon Rekognition</p></article>`);
    const marks = await page.waitForMarks();
    expect(texts(marks)).toEqual(['Amazon Rekognition']);
  });

  test('switches a topic off and on in the options: a page open in another tab follows at once', async () => {
    const page = await tested.openHtml(
      '<article><p>Police used Amazon Rekognition. Gender Shades tested others.</p></article>',
    );
    await page.waitForMark('Amazon Rekognition');
    const options = await tested.openSurface('src/entrypoints/options.html');
    await clickSwitch(options, 'Recognition systems and vendors');
    const left = await page.waitForMarks((marks) => !texts(marks).includes('Amazon Rekognition'));
    expect(texts(left)).toEqual(['Gender Shades']);
    await clickSwitch(options, 'Recognition systems and vendors');
    const restored = await page.waitForMarks((marks) => marks.length > 1);
    expect(texts(restored)).toEqual(['Amazon Rekognition', 'Gender Shades']);
    expect([...page.errors, ...options.errors]).toEqual([]);
  });

  test('has the three commands with the keys that the manifest suggests', async () => {
    const surface = await tested.openSilentPage();
    const shortcuts = await surface.call(async () => {
      const scope = globalThis as unknown as Record<
        'browser' | 'chrome',
        typeof import('webextension-polyfill')
      >;
      const commands = await (scope.browser ?? scope.chrome).commands.getAll();
      return Object.fromEntries(commands.map((command) => [command.name, command.shortcut]));
    });
    expect(shortcuts).toMatchObject({
      'next-mention': 'Alt+Shift+J',
      'previous-mention': 'Alt+Shift+K',
      'open-mention': 'Alt+Shift+L',
      'keep-article': 'Alt+Shift+U',
    });
  });
});

function texts(marks: readonly DrawnMark[]): string[] {
  return marks.map(({ text }) => text);
}

/** With the real mouse, on the words beside the switch; returns once the switch has changed. */
async function clickSwitch(options: DrivenPage, label: string) {
  const isOn = () => options.call(readSwitch, label);
  const before = await waitFor(`the switch ${label}`, isOn, (state) => state !== null);
  await options.clickText(label);
  await waitFor(`the switch ${label} to turn`, isOn, (state) => state === !before);
}

function readSwitch(label: string): boolean | null {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return found?.control instanceof HTMLInputElement ? found.control.checked : null;
}

async function addParagraph(page: DrivenPage, text: string) {
  await page.call((words) => {
    const paragraph = document.createElement('p');
    paragraph.id = 'added';
    paragraph.textContent = words;
    document.querySelector('article')?.append(paragraph);
  }, text);
}

interface FocusMemory {
  focusedBeforeClick?: Element | null;
}

/** Records the focused element when the next click arrives, before any other listener. */
function rememberFocusBeforeClick(): void {
  const memory = window as Window & FocusMemory;
  const note = () => {
    memory.focusedBeforeClick = document.activeElement;
  };
  // The press has moved the focus by now. At the click itself the card may have it already: it opens between two
  // listeners.
  window.addEventListener('pointerup', note, { capture: true, once: true });
}

function hasFocusBack(): boolean {
  const { focusedBeforeClick } = window as Window & FocusMemory;
  return focusedBeforeClick !== undefined && document.activeElement === focusedBeforeClick;
}
