/** The side panel's page, with a real page's briefing, for whoever cannot see it or has no mouse. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { type AccessibleObject, readAccessibility } from '../../../tools/browsers/read-accessibility.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const article = readFileSync(new URL('../../../assets/demo/article.html', import.meta.url), 'utf8');

/** In the order in which they are opened; the panel begins with the last. */
const tabs = ['quotes', 'claims', 'names', 'timeline', 'overview'];

async function findViolations(panel: DrivenPage): Promise<string[]> {
  await panel.page.evaluate(axeCode);
  return panel.call(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describe.each(browserNames)('the side panel in %s', (browser) => {
  const tested = useExtension(browser);

  async function openPanel(
    html: string,
    isRead: (text: string) => boolean,
    mark: string,
  ): Promise<DrivenPage> {
    const page = await tested.openHtml(html);
    // The panel queries once, and a busy page answers with what it has.
    await page.waitForMark(mark);
    const panel = await tested.openSurface(
      `src/entrypoints/panel.html?tab=${await tested.extension.findTabId(page)}`,
    );
    await panel.page.bringToFront();
    await waitFor('the briefing', () => panel.call(() => document.body.textContent), isRead);
    return panel;
  }

  test('a briefing: no axe violations, headings and names in the accessibility tree', async () => {
    const panel = await openPanel(article, (text) => text.includes('Quotations on this page'), 'Rekognition');
    // Axe reads the same in every browser.
    for (const theme of browser === 'chromium' ? (['light', 'dark'] as const) : []) {
      await panel.call((scheme) => document.documentElement.style.setProperty('color-scheme', scheme), theme);
      for (const tab of tabs) {
        await panel.page.locator(`#tab-${tab}`).click();
        expect(await findViolations(panel)).toEqual([]);
      }
    }
    const trees: AccessibleObject[][] = [];
    for (const tab of tabs) {
      await panel.page.locator(`#tab-${tab}`).click();
      const label = await panel.call((id) => document.getElementById(id)?.textContent, `tab-${tab}`);
      // Firefox builds the tree only on first use.
      const tree = await waitFor(
        `the accessibility tree of ${tab}`,
        () => readAccessibility(browser, tested.extension.driver.browser, panel.page),
        (all) => all.some(({ role, name }) => /^(tabpanel|propertypage)$/.test(role) && name === label),
      );
      trees.push(tree);
    }
    const headings = trees.at(-1)?.filter(({ role }) => role === 'heading');
    expect(headings?.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Others report, not found here \d+$/)]),
    );
    const buttons = trees.flat().filter(({ role }) => /^(button|pushbutton|togglebutton)$/.test(role));
    expect(buttons.length).toBeGreaterThan(10);
    expect(buttons.filter(({ name }) => name === '')).toEqual([]);
  });
});
