import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import {
  choosePack,
  importPack,
  listedIds,
  pressIn,
  readSection,
  storePack,
  switchPack,
  waitForText,
  writePack,
} from './packs-section.ts';

const article = (text: string) =>
  `<main><article><h1>Down the river</h1><p>${text}</p><p>Police tried Amazon Rekognition for years.</p></article></main>`;

const marksOf = async (page: DrivenPage): Promise<string[]> => {
  await page.page.bringToFront();
  return (await page.readMarks()).map(({ text }) => text);
};

describe.each(browserNames)('a pack from a file, in %s,', (name) => {
  const tested = useExtension(name);

  test('is seen before it is agreed to, marks pages that are open, is switched off and on, and removed', async () => {
    const page = await tested.openHtml(article('They went down the Velmora at dawn.'));
    await page.waitForMark('Amazon Rekognition');
    const options = await tested.openSurface('src/entrypoints/options.html');
    await choosePack(options, writePack('rivers', makeTinyPack('rivers', ['Velmora', 'Ostrel Beck'])));
    const preview = await waitForText(options, 'Import');
    for (const part of [
      'The pack rivers',
      '2 entities',
      '2 names',
      'CC0-1.0',
      'Rivers',
      'Velmora is a river',
    ])
      expect(preview).toContain(part);
    // Previewed, not confirmed: nothing is stored yet.
    expect(await marksOf(page)).not.toContain('Velmora');
    expect(await listedIds(options)).toEqual(['facial-recognition']);

    await storePack(options, 'The pack rivers');
    await page.page.bringToFront();
    await page.waitForMark('Velmora');
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Velmora');
    const card = await page.waitForCard();
    expect(card).toContain('Velmora is a river of this invented pack.');
    expect(card).toContain('The pack rivers');
    await page.press('Escape');

    const library = await tested.openSurface('src/entrypoints/library.html#/search?q=velmora');
    const readResults = () => library.call(() => document.querySelector('.results h2')?.textContent ?? '');
    await waitFor('the river in the library', readResults, (title) => title === 'Velmora');
    await switchPack(options, 'rivers', false);
    await page.page.bringToFront();
    await page.waitForMarks((marks) => marks.length > 0 && marks.every(({ text }) => text !== 'Velmora'));
    // An open library updates, and keeps its query.
    await waitFor('no river in the library', readResults, (title) => title === '');
    expect(await library.call(() => location.hash)).toBe('#/search?q=velmora');
    await switchPack(options, 'rivers', true);
    await page.page.bringToFront();
    await page.waitForMark('Velmora');
    await waitFor('the river again', readResults, (title) => title === 'Velmora');
    expect(library.errors).toEqual([]);

    await pressIn(options, '[data-pack=rivers] .pack-buttons button:last-child');
    await pressIn(options, '.confirm button:first-of-type');
    await waitFor(
      'the pack to be gone',
      () => listedIds(options),
      (ids) => ids.join() === 'facial-recognition',
    );
    expect(await listedIds(options)).toEqual(['facial-recognition']);
    await page.page.bringToFront();
    await page.waitForMarks((marks) => marks.length > 0 && marks.every(({ text }) => text !== 'Velmora'));
    expect([...page.errors, ...options.errors]).toEqual([]);
  });

  test('that is damaged is refused with place, reason and remedy, and changes nothing', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const sound = makeTinyPack('harmed');
    const broken = { ...sound, entities: sound.entities.map((entity) => ({ ...entity, topic: 'nowhere' })) };
    await choosePack(options, writePack('broken', broken));
    const refusal = await waitForText(options, 'cannot be imported');
    expect(refusal).toContain('entities[velmora].topic');
    expect(refusal).toContain('"nowhere"');
    expect(refusal).toContain('Ask the pack’s author:');
    await choosePack(options, writePack('cut', JSON.stringify(sound).slice(0, 200)));
    expect(await waitForText(options, 'Invalid JSON')).toContain('What to do: Choose a pack file');
    await choosePack(options, writePack('taken', { ...sound, id: 'facial-recognition' }));
    await waitForText(options, 'comes with Sidelight and cannot be replaced');
    expect(await listedIds(options)).toEqual(['facial-recognition']);
    // The field is still there: a corrected file is accepted.
    await importPack(options, writePack('harmed', sound), 'The pack harmed');
    expect(await listedIds(options)).toEqual(['facial-recognition', 'harmed']);
    expect(options.errors).toEqual([]);
  });

  test('is replaced by a newer one, with the differences and the known names shown', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, writePack('lakes', makeTinyPack('lakes', ['Tarn Oswin'])), 'The pack lakes');
    const newer = makeTinyPack('lakes', ['Tarn Oswin', 'Velmora', 'Rekognition'], { version: '3.4.0' });
    await choosePack(options, writePack('newer', newer));
    const preview = await waitForText(options, 'Replace');
    expect(preview).toContain('Replaces version 1.0.0');
    expect(preview).toContain('3 entities (were 1)');
    expect(preview).toContain('2 of its names are already known');
    expect(preview).toContain('“Velmora” (The pack harmed)');
    await storePack(options, 'The pack lakes');
    await choosePack(options, writePack('older', makeTinyPack('lakes', ['Tarn Oswin'])));
    await waitForText(options, 'This file is older than the pack that is already here: version 3.4.0');
    await pressIn(options, '.preview .actions button:last-child');
    await waitForText(options, 'Cancelled. Nothing was changed.');
    expect(await readSection(options)).toContain('version 3.4.0');
    await pressIn(options, '.undo');
    const former = await waitFor(
      'the pack as it was before the import',
      () => readSection(options),
      (section) => !section.includes('version 3.4.0'),
    );
    expect(former).toContain('The pack lakes');
    await importPack(options, writePack('newer', newer), 'The pack lakes');
    expect(options.errors).toEqual([]);
  });

  test('goes before another by the keyboard alone: its entity has the name that both know', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const readPack = async () => {
      const page = await tested.openHtml(article('They went down the Velmora at dawn.'));
      await page.waitForMark('Velmora');
      await page.clickMark('Velmora');
      const card = await page.waitForCard((text) => text.includes('Velmora is a river'));
      expect(page.errors).toEqual([]);
      return /The pack \w+/.exec(card)?.[0];
    };
    expect(await readPack()).toBe('The pack harmed');
    await options.page.bringToFront();
    await options.page.focus('[data-pack=lakes] .pack-buttons button');
    await options.press('Enter');
    await waitFor(
      'lakes before harmed',
      () => listedIds(options),
      (ids) => ids.join() === 'facial-recognition,lakes,harmed',
    );
    // The focus stays on the button of the pack that was moved.
    expect(await options.call(() => document.activeElement?.closest('li')?.dataset.pack)).toBe('lakes');
    expect(await readPack()).toBe('The pack lakes');
    expect(options.errors).toEqual([]);
  });

  test('has longer names that a card and the library leave alone in what another pack quotes', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const quoting = makeTinyPack('quoting', ['Skerry']);
    const quote = 'The Skerry Pilots’ Guild met on Skerry.';
    const cites = [{ source: 'gazette', quote }];
    const [skerry] = quoting.entities.map((entity) => ({
      ...entity,
      facts: [{ text: 'Pilots met there.', cites }],
    }));
    if (!skerry) throw new Error('The tiny pack has no entity.');
    await importPack(options, writePack('quoting', { ...quoting, entities: [skerry] }), 'The pack quoting');
    const guild = makeTinyPack('guilds', ["Skerry Pilots' Guild"]);
    const named = guild.entities.map((entity) => ({ ...entity, id: 'guild' }));
    await importPack(options, writePack('guilds', { ...guild, entities: named }), 'The pack guilds');

    const page = await tested.openHtml('<article><p>They came to Skerry.</p></article>');
    await page.waitForMark('Skerry');
    await page.clickMark('Skerry');
    // As the source prints it, with its own apostrophe: the longer name is not a mention of the shorter one.
    await page.waitForCard((text) => text.includes('Skerry Pilots’ Guild'));

    const library = await tested.openSurface('src/entrypoints/library.html#/entity/quoting/skerry');
    const readMarked = () =>
      library.call(() => [...document.querySelectorAll('.quoted mark')].map((mark) => mark.textContent));
    expect(await waitFor('a marked name', readMarked, (marked) => marked.length > 0)).toEqual(['Skerry']);
    expect([...options.errors, ...library.errors]).toEqual([]);
  });
});
