import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';

describe.each(browserNames)('a first installation in %s', (name) => {
  const tested = useExtension(name, { leavesWelcomeOpen: true });
  let welcome: DrivenPage;
  beforeAll(async () => {
    welcome = await tested.extension.findWelcome();
  });
  const clickButton = (label: string) =>
    welcome.page.locator(`::-p-aria([name="${label}"][role="button"])`).click();

  test('opens the welcome page, once, whose own article is marked by the script that marks pages, and nothing else is', async () => {
    const marks = await welcome.waitForMark('Gender Shades');
    const marked = marks.map(({ text }) => text);
    expect(marked).toContain('Rekognition');
    expect(marked.find((text) => text.startsWith('We hope this one-year moratorium'))).toBeDefined();
    const article = await welcome.call(() => document.querySelector('article')?.textContent ?? '');
    expect(marked.filter((text) => !article.includes(text))).toEqual([]);
    expect(await welcome.call(countWelcomeTabs)).toBe(1);
  });

  test('a click on a name opens its real card, Esc closes it, and the first thing to try is ticked off', async () => {
    await welcome.clickMark('Gender Shades');
    const card = await welcome.waitForCard((text) => text.includes('Buolamwini'));
    expect(card).toContain('As of');
    // Not a web page: there is no site to switch off here.
    expect(card).not.toContain('Not on this site');
    expect(await welcome.callInCard((root) => root.querySelector('.card')?.checkVisibility(), [])).toBe(true);
    await welcome.press('Escape');
    await welcome.waitForNoCard();
    expect(await welcome.call(readTried)).toEqual([true, false, false]);
  });

  test('a click on the quotation shows who printed it', async () => {
    await welcome.clickText('enough time to implement');
    await welcome.waitForCard((text) => text.includes('moratorium'));
    await welcome.press('Escape');
    await welcome.waitForNoCard();
  });

  test('the reader’s key goes to a mention and opens it, as on any page', async () => {
    await welcome.page.bringToFront();
    await tested.extension.driver.runCommand('next-mention');
    await welcome.waitForCard();
    await welcome.press('Escape');
    await welcome.waitForNoCard();
    expect(await welcome.call(readTried)).toEqual([true, true, false]);
  });

  test('the side panel opens by its button', async () => {
    await clickButton('Open the side panel');
    await waitFor(
      'the third tick',
      () => welcome.call(readTried),
      (tried) => tried[2] === true,
    );
  });

  test('switched off everywhere the marks go and the page says why; its button brings them back', async () => {
    await changeSetting(tested, 'enabled', false);
    await welcome.waitForMarks((marks) => marks.length === 0);
    await welcome.page.bringToFront();
    await clickButton('Switch on');
    await welcome.waitForMark('Gender Shades');
    expect(welcome.errors).toEqual([]);
  });
});

interface ApiScope {
  readonly browser?: typeof import('webextension-polyfill');
  readonly chrome: typeof import('webextension-polyfill');
}

async function countWelcomeTabs(): Promise<number> {
  const scope = globalThis as unknown as ApiScope;
  const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
  return tabs.filter(({ url }) => url === location.href).length;
}

function readTried(): boolean[] {
  return [...document.querySelectorAll('.tries li')].map((item) => item.classList.contains('tried'));
}
