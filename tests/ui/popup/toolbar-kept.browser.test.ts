import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PanelTab } from '../../../src/contracts/panel-request.ts';
import popupStyles from '../../../src/ui/popup/popup.css?inline';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { drawToolbar } from '../drawn-surfaces.ts';
import {
  changeElsewhere,
  comparison,
  keepServices,
  kept,
  notKept,
  resetKeepServices,
} from '../keep/kept-services.ts';
import { closed } from '../side-panel/shown-panel.ts';
import { waitUntil } from '../wait-until.ts';

const openPagePanel = vi.fn(async (_tab: PanelTab) => undefined);
let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(340, 640);
  adoptStyles(popupStyles);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  clearSurface(place);
  openPagePanel.mockClear();
  resetKeepServices();
});

test('a kept story is one line, which opens the panel at it; without anything kept there is none', async () => {
  keepServices.getKeptPage.mockResolvedValue(notKept);
  keepServices.compareWithKept.mockResolvedValue({
    ...comparison,
    articleCount: 0,
    keptCount: 0,
    story: null,
  });
  drawToolbar({ openPagePanel })(place);
  await waitUntil(() => place.textContent?.includes('nowhere else'));
  expect(place.querySelector('.comparison-line')).toBeNull();
  keepServices.compareWithKept.mockResolvedValue(comparison);
  changeElsewhere();
  await page.getByRole('button', { name: /Compared with 2 kept articles/ }).click();
  expect(openPagePanel).toHaveBeenCalledExactlyOnceWith('kept');
  expect(place.querySelector('.comparison-line')?.textContent).toContain(
    '1 worded differently, 1 of another length, 1 only here, 1 word for word, 1 not on this page',
  );
  expect(place.textContent).not.toContain('nowhere else');
});

test('where Sidelight does not work nothing is kept, and nothing is asked for', async () => {
  drawToolbar({ watchPage: (onPage) => onPage(closed({ obstacle: 'browser-page' })) })(place);
  await waitUntil(() => place.textContent?.includes('Browsers reserve'));
  expect(place.querySelector('.keep')).toBeNull();
  expect(keepServices.getKeptPage).not.toHaveBeenCalled();
  expect(keepServices.compareWithKept).not.toHaveBeenCalled();
});

test('the pop-up is no higher than browsers show, whatever is kept and listed', async () => {
  keepServices.getKeptPage.mockResolvedValue({ obstacle: null, kept });
  keepServices.compareWithKept.mockResolvedValue(comparison);
  drawToolbar({ readCardChange: async () => null })(place);
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await waitUntil(() => place.querySelector('.keep-form') && place.querySelector('.comparison-line'));
  // Chromium and Firefox show 600 pixels.
  expect(place.getBoundingClientRect().height).toBeLessThanOrEqual(600);
  const scrolling = place.querySelector('.scrolling');
  expect(scrolling?.scrollHeight).toBeGreaterThan(scrolling?.clientHeight ?? Infinity);
  expect(place.querySelector('.ways-out')?.getBoundingClientRect().bottom).toBeLessThanOrEqual(600);
});
