/** The surfaces by keyboard alone: a self-removing button leaves the focus nearby, in real browsers too. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { writeExportFile } from '../../../src/settings/export/export-file.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { emptyState } from '../../settings/export/empty-state.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';

/** More than any surface has tab stops. */
const maxTabs = 400;

const readFocus = (surface: DrivenPage) =>
  surface.call(() => {
    const focused = document.activeElement;
    const name = focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    return { tag: focused?.tagName ?? '', name: name.trim() };
  });

/**
 * Goes to the button with the Tab key, and presses it.
 * @param isBackwards with Shift: for buttons before the focus. After its end a page gives the focus to the browser's
 * own buttons, and keys pressed there through Firefox's driver do not return to the page
 */
async function pressByKeyboard(surface: DrivenPage, name: string, isBackwards = false): Promise<void> {
  for (let count = 0; count < maxTabs; count += 1) {
    const focused = await readFocus(surface);
    if (focused.tag === 'BUTTON' && focused.name === name) {
      await surface.page.keyboard.press('Enter');
      return;
    }
    if (isBackwards) await surface.page.keyboard.down('Shift');
    await surface.page.keyboard.press('Tab');
    if (isBackwards) await surface.page.keyboard.up('Shift');
  }
  throw new Error(`The Tab key does not come to the button "${name}".`);
}

const waitForFocusIn = (surface: DrivenPage, selector: string): Promise<boolean> =>
  waitFor(
    `the focus in ${selector}`,
    () => surface.call((place) => document.activeElement?.closest(place) != null, selector),
    (isThere) => isThere,
  );

describe.each(browserNames)('by keyboard alone in %s', (name) => {
  const tested = useExtension(name);

  async function open(address: string, drawn: string): Promise<DrivenPage> {
    const surface = await tested.openSurface(address);
    await surface.page.waitForSelector(drawn);
    await surface.page.bringToFront();
    return surface;
  }

  test('everything is reset, or not, and restored', async () => {
    const options = await open('src/entrypoints/options.html', '#backup .reset button:enabled');
    for (const answer of ['Cancel', 'Reset']) {
      await pressByKeyboard(options, 'Reset everything …');
      await waitForFocusIn(options, '.question');
      await pressByKeyboard(options, answer);
      await waitForFocusIn(options, '.reset:not(:has(.question))');
    }
    // It appears after everything has been reset, a moment after the question has gone.
    await options.page.waitForSelector('.restore-point button');
    await pressByKeyboard(options, 'Restore');
    await waitForFocusIn(options, '.backup-outcome:not(:has(.restore-point))');
    expect(options.errors).toEqual([]);
  });

  test('a saved file is imported, or not', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'sidelight-')), 'mine.json');
    writeFileSync(file, writeExportFile(emptyState).join(''));
    const options = await open('src/entrypoints/options.html', '#backup .reset button:enabled');
    for (const answer of ['Cancel', 'Import']) {
      const field = await options.page.waitForSelector('#backup input[type=file]');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
      await waitForFocusIn(options, '.question');
      await pressByKeyboard(options, answer);
      await waitForFocusIn(options, '.import-file:not(:has(.question))');
    }
    expect(options.errors).toEqual([]);
  });

  test('all results are loaded, and the filters removed', async () => {
    const library = await open(
      'src/entrypoints/library.html#/search?q=police&type=company',
      '.filters .clear',
    );
    await pressByKeyboard(library, 'Remove all filters');
    await waitForFocusIn(library, '.filters:not(:has(.clear)) > div');
    const more = () => library.call(() => document.querySelector('.found > div > .more')?.textContent ?? '');
    const readCount = () => library.call(() => document.querySelectorAll('.result').length);
    expect(await more()).not.toBe('');
    for (let label = await more(); label !== ''; label = await more()) {
      const before = await readCount();
      await pressByKeyboard(library, label, true);
      await waitFor('more results', readCount, (count) => count > before);
    }
    await waitForFocusIn(library, '.result h2 a');
    expect(library.errors).toEqual([]);
  });

  test('Sidelight is switched on where it is off: in the pop-up, on the welcome page', async () => {
    const article = await tested.openHtml('<article><p>Police used Amazon Rekognition.</p></article>');
    const tabId = await tested.extension.findTabId(article);
    await changeSetting(tested, 'enabled', false);
    const toolbar = await open(`src/entrypoints/toolbar.html?tab=${tabId}`, '.remedy');
    await pressByKeyboard(toolbar, 'Switch on');
    await waitForFocusIn(toolbar, '.page-state:not(:has(.remedy))');
    await changeSetting(tested, 'enabled', false);
    const welcome = await open('src/entrypoints/welcome.html', '.example-state button');
    await pressByKeyboard(welcome, 'Switch on');
    await waitForFocusIn(welcome, 'section[aria-labelledby=example]:not(:has(.example-state button))');
    expect([...toolbar.errors, ...welcome.errors]).toEqual([]);
  });
});
