import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { changeSettings } from '../../../../src/settings/change-settings.ts';
import { FailureError } from '../../../../src/settings/failure.ts';
import type { Settings } from '../../../../src/settings/settings.ts';
import type { LibraryServices } from '../../../../src/ui/library/library.tsx';
import { waitUntil } from '../../wait-until.ts';
import { alert, english, openLibrary, place, prepareLibrary, status } from '../tested-library.ts';

prepareLibrary();

const parts = () =>
  [...place.querySelectorAll('.contents button')].map((button) => button.textContent?.trim());
const currentPart = () => place.querySelector('.contents [aria-current]')?.textContent?.trim();

test('an entity’s page begins with what it is; differences and quotations come before facts, each once', async () => {
  await openLibrary('#/entity/small/acme');
  expect([...place.querySelectorAll('.page-heading > p:not(.kind)')].map((line) => line.textContent)).toEqual(
    [
      'A company that compares faces.',
      'Acme makes Iris, a system that compares faces.',
      'Sources Daily 10 June 2020',
    ],
  );
  expect(parts()).toEqual([
    'In short',
    'Sources differ 1',
    'Quotations 1',
    'Facts 1',
    'Timeline 1',
    'Sources 3',
  ]);
  expect([...place.querySelectorAll('.main-column h2')].map((title) => title.textContent)).toEqual([
    'Sources differ 1 of 1 claim',
    'Quotations 1',
    'Facts 1',
    'Timeline 1',
    'Sources 3',
  ]);
  expect(place.querySelectorAll('.statement')).toHaveLength(1);
  expect(place.querySelector('.source-entries li:last-child')?.textContent).toContain(
    'unidentified republisher',
  );
  expect(place.textContent).toContain('ACM · only in context');
});

test('the contents lead to a part, its heading gets the focus, and the part that is read is marked', async () => {
  await page.viewport(1200, 400);
  await openLibrary('#/entity/small/acme');
  expect(currentPart()).toBe('In short');
  for (const name of ['Facts 1', 'Sources 3', 'Quotations 1']) {
    await page.getByRole('button', { name }).click();
    await waitUntil(() => currentPart() === name);
    expect(document.activeElement?.textContent).toBe(name);
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
    expect([
      top > (place.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0),
      bottom < innerHeight,
    ]).toEqual([true, true]);
  }
  scrollTo(0, 0);
  await waitUntil(() => currentPart() === 'In short');
});

test('beside a narrow page the contents are one row above it', async () => {
  await openLibrary('#/entity/small/acme');
  const box = (selector: string) => place.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
  expect(box('.contents').right).toBeLessThanOrEqual(box('h1').left);
  expect(box('h1').right).toBeLessThanOrEqual(box('aside').left);
  await page.viewport(400, 800);
  await waitUntil(() => place.querySelector('.contents details'));
  expect(box('.contents').bottom).toBeLessThanOrEqual(box('h1').top);
  expect(box('.contents').height).toBeLessThan(60);
  expect(box('h1').bottom).toBeLessThan(box('aside').top);
});

test('the table of all claims by source is there on demand', async () => {
  await openLibrary('#/entity/small/acme');
  expect(place.querySelector('.comparison')).toBeNull();
  await page.getByText('Sources side by side').click();
  await waitUntil(() => place.querySelectorAll('.comparison tbody tr').length === 1);
});

test('an entity is hidden and shown again from its page', async () => {
  let held = english;
  const changed = vi.fn(async (change: Parameters<LibraryServices['changeSettings']>[0]) => {
    held = changeSettings(held, change);
    return held;
  });
  await openLibrary('#/entity/small/acme', 'light', { changeSettings: changed });
  expect(status()).toBe('Recognised on pages. The options say how much is marked.');
  await page.getByRole('button', { name: 'Hide this entity' }).click();
  await waitUntil(() => status() === 'Hidden: marked on no page.');
  expect(held.hiddenEntities).toEqual(['small/acme']);
  await page.getByRole('button', { name: 'Show again' }).click();
  await waitUntil(() => status() === 'Recognised on pages. The options say how much is marked.');
  changed.mockRejectedValueOnce(new FailureError({ code: 'unanswered', values: {} }));
  await page.getByRole('button', { name: 'Hide this entity' }).click();
  await waitUntil(() => alert()?.includes('background is not responding'));
  expect(status()).toBe('Recognised on pages. The options say how much is marked.');
});

test('an entity that is not marked says why, and the reason can be removed', async () => {
  let held: Settings = { ...english, topics: { 'small/systems': false } };
  let notify: (settings: Settings) => void = () => undefined;
  await openLibrary('#/entity/small/acme', 'light', {
    watchSettings: (onChange) => {
      notify = onChange;
      onChange(held);
    },
    changeSettings: async (change) => {
      held = changeSettings(held, change);
      return held;
    },
  });
  expect(status()).toBe('Not marked: its topic is off.');
  await page.getByRole('button', { name: 'Switch the topic on' }).click();
  await waitUntil(() => status() === 'Recognised on pages. The options say how much is marked.');
  notify({ ...held, enabled: false });
  await waitUntil(() => status() === 'Not marked: Sidelight is off.');
});
