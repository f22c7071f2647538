import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FailureError } from '../../../src/settings/failure.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import optionsStyles from '../../../src/ui/options/options.css?inline';
import type { OptionsServices } from '../../../src/ui/options/options-services.ts';
import { showOptions } from '../../../src/ui/options/options-view.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';
import { makeEmptyOptions } from './empty-options.ts';

const entities = [{ ref: 'test/b', title: 'The Paper', topic: 'test/press', names: ['The Paper'] }];
let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(900, 1200);
  adoptStyles(optionsStyles);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => clearSurface(place));

async function openOptions(given: Partial<OptionsServices>): Promise<void> {
  await showOptions(place, { ...makeEmptyOptions({ ...defaultSettings, language: 'en' }), ...given });
  await waitUntil(() => place.querySelector('#topics input'));
}

test('keys that the browser does not report, and a page of it that does not open, are reported with the reason', async () => {
  await openOptions({ getShortcuts: () => Promise.reject(new Error('no commands')) });
  await waitUntil(() => place.querySelector('#shortcuts [role=alert]')?.textContent?.includes('no commands'));
  clearSurface(place);
  document.body.append(place);
  await openOptions({
    getShortcuts: async () => [{ command: 'next-mention', keys: 'Alt+Shift+J' }],
    openShortcutSettings: () => Promise.reject(new Error('no tab')),
  });
  await page.getByRole('button', { name: 'Change the keys' }).click();
  await waitUntil(() => place.querySelector('#shortcuts [role=status]')?.textContent?.includes('no tab'));
});

test('entities that cannot be listed are reported, and loaded again', async () => {
  const listEntities = vi.fn(async () => entities);
  listEntities.mockRejectedValueOnce(new FailureError({ code: 'unanswered', values: {} }));
  await openOptions({ listEntities });
  await page.getByLabelText('Find a single entity', { exact: true }).click();
  await userEvent.keyboard('paper');
  const alert = () => place.querySelector('.entities [role=alert]');
  await waitUntil(() => alert()?.textContent?.includes('background is not responding'));
  expect(place.querySelector('.entities')?.textContent).not.toContain('Loading the list');
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntil(() => place.querySelector('.entities')?.textContent?.includes('1 entity found.'));
  expect(alert()).toBeNull();
  await waitUntil(() => document.activeElement === place.querySelector('.entities'));
});
