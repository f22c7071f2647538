import { describe, expect, test } from 'vitest';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import { importPack, writePack } from './packs-section.ts';

const tiny = makeTinyPack('port', ['港町水道委員会']);
const [source] = tiny.sources;
const entity = { ...tiny.entities[0], id: 'water-board' } as Pack['entities'][number];
if (source === undefined) throw new Error('The pack has no source.');

const said = (id: string, sentence: string, printed: string): Pack['statements'][number] => ({
  id,
  speaker: { entity: entity.id, text: entity.title },
  about: [entity.id],
  sentences: [sentence],
  wordings: [
    {
      source: source.id,
      part: 1,
      text: printed,
      start: 0,
      end: printed.length,
      openMark: '“',
      closeMark: '”',
    },
  ],
});

const pack: Pack = {
  ...tiny,
  entities: [{ ...entity, summary: '港町水道委員会は市内の水道管を管理している。' }],
  statements: [
    said(
      'pipes',
      'We found lead, we told them, and we will replace it.',
      'We found lead […] and we will replace it.',
    ),
    said(
      'kan',
      '我々は鉛を発見した。家族に伝えた。すべての管を交換する。',
      '我々は鉛を発見した……すべての管を交換する。',
    ),
  ],
};

describe.each(browserNames)('a pack whose words no spaces part, in %s,', (name) => {
  const tested = useExtension(name);

  test('is searched inside its texts, and omissions by an outlet are shown in words', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    await importPack(options, writePack('port', pack), pack.title);

    const library = await tested.openSurface(
      'src/entrypoints/library.html#/search?q=%E6%B0%B4%E9%81%93%E7%AE%A1',
    );
    const read = (selector: string) =>
      library.call(
        (wanted) => Array.from(document.querySelectorAll(wanted), (one) => one.textContent),
        selector,
      );
    await waitFor(
      'the found words',
      () => read('mark.found'),
      (marks) => marks.length > 0,
    );
    expect(await read('.results h2 a')).toEqual(['港町水道委員会']);
    expect(await read('mark.found')).toEqual(['水道管']);

    for (const [statement, cut] of [
      ['pipes', 'we told them,'],
      ['kan', '家族に伝えた。'],
    ]) {
      await library.call((hash) => {
        location.hash = hash;
      }, `#/statement/port/${statement}`);
      await waitFor(
        `the comparison of ${statement}`,
        () =>
          library.call(() => {
            const details = document.querySelector<HTMLDetailsElement>('.printed details');
            if (details !== null) details.open = true;
            return document.querySelector('.printed del')?.textContent ?? '';
          }),
        (text) => text === cut,
      );
      expect((await read('.printed .verdict')).join()).toMatch(/^leaves out \d words$/);
      expect(await read('.printed ins')).toEqual([]);
    }
    expect(library.errors).toEqual([]);
  });
});
