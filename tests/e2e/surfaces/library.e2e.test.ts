import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

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
    expect(await read(library, 'main')).toContain('Where sources differ');
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

    await click(library, '.stances a.outlet');
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

  test('an entity that is hidden on its page loses its mark in an open tab, and gets it back there', async () => {
    const page = await tested.openHtml('<article><p>Police used Amazon Rekognition.</p></article>');
    await page.waitForMark('Amazon Rekognition');
    const library = await open(`#/entity/${pack}/amazon-rekognition`);
    await waitForStatus(library, (text) => text.startsWith('Recognised on pages.'));
    await click(library, 'aside .unfold');
    await waitForStatus(library, (text) => text === 'Hidden: marked on no page.');
    await page.waitForMarks((marks) => marks.length === 0);
    await click(library, 'aside .unfold');
    await page.waitForMark('Amazon Rekognition');
    expect([...page.errors, ...library.errors]).toEqual([]);
  });

  test('the contents lead to a part, which is marked there; the address stays the entity’s', async () => {
    const library = await open(`#/entity/${pack}/amazon-rekognition`);
    await waitForHeading(library, 'Amazon Rekognition');
    const current = () => read(library, '.contents [aria-current]');
    await click(library, '::-p-xpath(//nav//button[starts-with(., "Timeline")])');
    await waitFor('the part', current, (text) => text.startsWith('Timeline'));
    expect(await library.call(() => document.activeElement?.textContent ?? '')).toMatch(/^Timeline/);
    expect(await library.call(() => location.hash)).toBe(`#/entity/${pack}/amazon-rekognition`);
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
});
