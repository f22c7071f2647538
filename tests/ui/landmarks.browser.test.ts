/** Every surface, whatever it shows, has one main landmark, and in it one first-level heading. */
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearSurface } from './clear-surface.ts';
import { drawSurface, surfaces } from './drawn-surfaces.ts';

let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => clearSurface(place));

test.each(Object.keys(surfaces))('%s', async (surface) => {
  await drawSurface(surface, place);
  expect(place.querySelectorAll('main')).toHaveLength(1);
  expect(place.querySelectorAll('h1')).toHaveLength(1);
  const { violations } = await axe.run(document, {
    runOnly: [
      'landmark-one-main',
      'landmark-no-duplicate-main',
      'page-has-heading-one',
      'heading-order',
      'region',
    ],
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
