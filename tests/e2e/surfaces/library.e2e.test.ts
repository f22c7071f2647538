import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pack = 'facial-recognition';

describe.each(browserNames)('the library in %s', (name) => {
  const tested = useExtension(name);

  const open = (hash = '') => tested.openSurface(`src/entrypoints/library.html${hash}`);
  const read = (library: DrivenPage, selector: string) =>
    library.call((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  const waitForHeading = (library: DrivenPage, heading: string) =>
    waitFor(
      `the page “${heading}”`,
      () => read(library, 'h1'),
      (text) => text === heading,
    );
  const waitForStatus = (library: DrivenPage, condition: (text: string) => boolean) =>
    waitFor('the outcome', () => read(library, '[role=status]'), condition);
  const titleOf = (library: DrivenPage) => library.call(() => document.title);
  const click = (library: DrivenPage, selector: string) => library.page.locator(selector).click();

  test('a person searches, filters, opens an entity, goes to a source, and comes back the same way', async () => {
    const library = await open();
    await waitForHeading(library, 'Library');
    await library.page.keyboard.down('Control');
    await library.page.keyboard.press('k');
    await library.page.keyboard.up('Control');
    await library.page.keyboard.type('moratorium');
    const all = await waitForStatus(library, (text) => /^\d+ results$/.test(text));
    expect(await read(library, 'mark.found')).toMatch(/^moratorium$/i);

    await click(library, '::-p-xpath(//label[contains(., "Event")])');
    const events = await waitForStatus(library, (text) => text !== all && text !== '');
    expect(Number.parseInt(events, 10)).toBeLessThan(Number.parseInt(all, 10));

    await click(library, '.results h2 a');
    await waitForHeading(library, "Amazon's moratorium on police use (2020)");
    expect(await titleOf(library)).toContain("Amazon's moratorium on police use (2020)");
    expect(await library.call(() => document.activeElement?.tagName ?? '')).toBe('H1');
    expect(await read(library, 'main')).toContain('Sources side by side');

    await click(library, '.source-group h3 a');
    await waitFor(
      'the source',
      () => read(library, 'aside h2'),
      (text) => text === 'About this source',
    );

    await library.call(() => history.back());
    await waitForHeading(library, "Amazon's moratorium on police use (2020)");
    await library.call(() => history.back());
    await waitForStatus(library, (text) => text === events);
    await library.call(() => history.back());
    await waitForStatus(library, (text) => text === all);
    await library.call(() => history.forward());
    await waitForStatus(library, (text) => text === events);
    expect(library.errors).toEqual([]);
  });

  test.each([
    [`#/entity/${pack}/amazon-rekognition`, 'Amazon Rekognition'],
    [
      `#/source/${pack}/axios-amazon-2020`,
      'Amazon to halt police use of its facial recognition technology for one year',
    ],
    [`#/statement/${pack}/amazon-moratorium-post`, 'Statement by Amazon'],
    ['#/search?q=gender+shades', '“gender shades”'],
    [`#/entity/${pack}/no-such-thing`, 'Not in the library'],
  ])('opens at %s', async (hash, heading) => {
    const library = await open(hash);
    await waitForHeading(library, heading);
    await waitFor(
      'the title',
      () => library.call(() => document.title),
      (title) => title === `${heading} – Sidelight library`,
    );
    expect(library.errors).toEqual([]);
  });

  test('an altered copy says so before anything from it is read', async () => {
    const library = await open(`#/source/${pack}/ap-copy-amazon-2020`);
    await waitFor(
      'the condition',
      () => read(library, '.condition'),
      (text) => text.includes('Altered copy'),
    );
  });

  test.each(['', '#/search?q=amazon', `#/entity/${pack}/amazon`, `#/source/${pack}/axios-amazon-2020`])(
    'library.html%s has no axe violations',
    async (hash) => {
      const library = await open(hash);
      await waitFor(
        'the page',
        () => read(library, 'h1'),
        (text) => text !== '',
      );
      await library.page.evaluate(axeCode);
      const found = await library.page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found).toEqual([]);
    },
  );
});
