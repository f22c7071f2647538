import { expect, test } from 'vitest';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { makeCardContent } from '../../src/view-models/make-card-content.ts';
import { makeLibraryContent } from '../../src/view-models/make-library-content.ts';
import { makePanelContent } from '../../src/view-models/make-panel-content.ts';
import { smallPackFiles } from '../knowledge/small-pack.ts';

/** Oldest first; of those that begin on one day the more precise first, and of two equal ones the pack's first. */
const inOrder = ['2019', '2020-01-01', '2020-01-01 too', '2020-01', '2020', '2020-01-02', '2020-02'];

function packOf(texts: readonly string[]): Pack {
  const files = smallPackFiles();
  const precisions: Record<number, string> = { 4: 'year', 7: 'month', 10: 'day' };
  files['events.json'].events = texts.map((text, i) => {
    const [value = ''] = text.split(' ');
    const date = { value, precision: precisions[value.length] };
    return { id: `event-${i}`, date, text, about: ['acme', 'iris'], cites: ['daily-early'] };
  });
  const { pack, problems } = parsePack(files);
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

const shuffled = ['2020', '2020-02', '2020-01-01', '2020-01', '2020-01-02', '2020-01-01 too', '2019'];
const pack = packOf(shuffled);
const mention = { entity: 'small/acme', name: 'Acme', start: 0, end: 4 };
const page = {
  title: 'A page',
  address: 'https://page.example/',
  date: null,
  blocks: [{ text: 'Acme', mentions: [mention], traces: [] }],
};

test.each([
  ['a card', makeCardContent(pack, 'entity', 'acme')?.events],
  ['a briefing', makePanelContent(pack, page).timeline],
  ["an entity's page", contentOf('entity', 'small/acme')],
  ["a source's page", contentOf('source', 'small/daily-early')],
])('%s tells events in the one order', (_where, events) => {
  expect(events?.map(({ text }) => text)).toEqual(inOrder);
});

function contentOf(kind: 'entity' | 'source', ref: string) {
  const content = makeLibraryContent(pack, kind, ref, [pack]);
  return content?.kind === 'entity' ? content.timeline : content?.kind === 'source' ? content.events : [];
}
