/** Every state of the card, drawn from the built-in pack's own words: legible, and named and built as assistive technology needs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { serveStates } from '../../../tools/states/serve-states.ts';
import { useExtension } from '../driving/start-extension.ts';
import { drawState, type StateWindow, states } from './drawn-state.ts';

const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the card's own document. */
async function findViolations(theme: 'light' | 'dark'): Promise<string[]> {
  const { axe } = globalThis as unknown as StateWindow;
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(document.querySelector('.card') ?? document, {
    // The themes differ only in colours; running all checks on both takes a minute longer.
    ...(theme === 'light'
      ? {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
          // Chrome since 130 and Firefox let the Tab key reach what scrolls and has nothing else to focus.
          rules: { 'scrollable-region-focusable': { enabled: false } },
        }
      : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

// What axe asks of a document (names, roles, colours) it reads the same in every browser and font.
describe('states of the card in chromium', () => {
  const tested = useExtension('chromium');
  let address: string;
  let page: Page;
  beforeAll(async () => {
    address = await serveStates(tested.server);
    ({ page } = await tested.extension.openPage(address));
  });

  test.each(states)('$name: no axe violations, in light and dark', async (state) => {
    for (const theme of ['light', 'dark'] as const) {
      await drawState(page, address, state, { theme });
      const card = page.frames().find((frame) => frame.parentFrame() !== null);
      await card?.evaluate(axeCode);
      expect(await card?.evaluate(findViolations, theme)).toEqual([]);
    }
  });
});
