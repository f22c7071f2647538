import { expect, test } from 'vitest';
import { askLatest } from '../../../src/ui/library/ask-latest.ts';
import { connectDesk, type DeskPort, serveDesk } from '../../../src/ui/library/desk-port.ts';
import { createLibraryDesk } from '../../../src/ui/library/library-desk.ts';
import { libraryPack } from './library-pack.ts';

/** Two ends of a channel, as between a page and its worker: what is sent is copied and comes later. */
function makeChannel(): [DeskPort, DeskPort] {
  const { port1, port2 } = new MessageChannel();
  const own = (port: MessagePort): DeskPort => {
    port.start();
    return port as DeskPort;
  };
  return [own(port1), own(port2)];
}

async function openDesk(packs: readonly object[] = [libraryPack]) {
  const [page, worker] = makeChannel();
  serveDesk(worker, createLibraryDesk());
  const desk = connectDesk(page);
  return { desk, overview: await desk.takePacks(packs.map((pack) => JSON.stringify(pack))) };
}

test('the overview counts what the packs hold', async () => {
  const { overview } = await openDesk();
  expect(overview.counts).toEqual({ company: 2, product: 1, person: 1, statement: 1, claim: 1, source: 4 });
  expect(overview.topics[0]).toMatchObject({ ref: 'small/systems', title: 'Systems', entityCount: 3 });
  expect(overview.packs).toEqual([
    { id: 'small', title: 'Small pack', knownTo: '2024-01-31', language: 'en' },
  ]);
});

test('a search across the channel waits for the index', async () => {
  const { desk } = await openDesk();
  const { items } = await desk.search({ query: 'iris', topics: [], types: [], sources: [], limit: 1 });
  expect(items[0]?.ref).toBe('small/iris');
});

test('packs with the same ids keep their things apart', async () => {
  const { desk, overview } = await openDesk([libraryPack, { ...libraryPack, id: 'other', title: 'Other' }]);
  expect(overview.counts.company).toBe(4);
  expect(await desk.open({ kind: 'claim', ref: 'other/paused' })).toMatchObject({ pack: { title: 'Other' } });
});

test('longer names of other packs are respected in an entity’s quotations', async () => {
  const [acme, ...others] = libraryPack.entities;
  const quoting = {
    ...libraryPack,
    entities: [
      {
        ...acme,
        facts: [{ text: 'It did.', cites: [{ source: 'weekly', quote: 'Acme Retina and Acme Labs' }] }],
      },
      ...others,
    ],
  };
  const other = {
    ...libraryPack,
    id: 'other',
    entities: others.map((entity) => ({ ...entity, names: [{ text: 'Acme Retina' }] })),
  };
  const { desk } = await openDesk([quoting, other]);
  expect(await desk.open({ kind: 'entity', ref: 'small/acme' })).toMatchObject({
    card: { longerNames: ['Acme Labs', 'Acme Retina'] },
  });
});

test('an entity’s page holds everything known', async () => {
  const { desk } = await openDesk();
  expect(await desk.open({ kind: 'entity', ref: 'small/acme' })).toMatchObject({
    kind: 'entity',
    names: [
      { text: 'Acme', needsContext: false },
      { text: 'Acme Incorporated', needsContext: false },
      { text: 'ACM', needsContext: true },
    ],
    wikidata: 'Q42',
    card: { title: 'Acme', statements: [{ ref: 'small/lee-letter' }], related: [{ ref: 'small/iris' }] },
    comparison: { sources: [{ id: 'daily' }, { id: 'weekly' }], rows: [{ ref: 'small/paused' }] },
    timeline: [{ text: 'Acme pauses sales.' }],
  });
});

test('a source’s page holds its condition, what it prints and reports, and what rests on it', async () => {
  const { desk } = await openDesk();
  expect(await desk.open({ kind: 'source', ref: 'small/copy' })).toMatchObject({
    source: { rewordedFrom: 'a story of the Weekly' },
    statements: [{ wordings: [{ parts: [{ text: 'We shall wait for regulations.' }] }] }],
    positions: [{ claim: { ref: 'small/paused' }, position: { stance: 'does-not-mention' } }],
  });
  expect(await desk.open({ kind: 'source', ref: 'small/daily' })).toMatchObject({
    laterEditions: [{ id: 'daily-late' }],
    events: [{ text: 'Acme pauses sales.' }],
    summarised: [{ title: 'Acme' }, { title: 'Iris' }, { title: 'Acme Labs' }],
  });
  // A later edition prints the same words: the card counts it with the first, its own page shows them.
  expect(await desk.open({ kind: 'source', ref: 'small/daily-late' })).toMatchObject({
    editionOf: { id: 'daily' },
    statements: [{ wordings: [{ source: { id: 'daily-late' } }] }],
  });
  expect(await desk.open({ kind: 'source', ref: 'small/weekly' })).toMatchObject({
    facts: [{ entity: { title: 'Acme' }, quotes: ['a pause of one year'] }],
  });
});

test.each([
  ['entity', 'small/gone'],
  ['source', 'gone/daily'],
  ['statement', 'small/acme'],
  ['claim', 'small/'],
] as const)('there is no %s %s', async (kind, ref) => {
  const { desk } = await openDesk();
  expect(await desk.open({ kind, ref })).toBeNull();
});

test('a pack that cannot be read is told to the page', async () => {
  const [page, worker] = makeChannel();
  serveDesk(worker, createLibraryDesk());
  await expect(connectDesk(page).takePacks(['{'])).rejects.toThrow(/JSON/);
});

test('of the questions asked meanwhile only the last is asked on', async () => {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const ask = askLatest(async (question: number) => {
    asked.push(question);
    await new Promise<void>((resolve) => answers.push(resolve));
    return question;
  });
  const first = ask(1);
  void ask(2);
  const last = ask(3);
  answers.shift()?.();
  expect(await first).toBe(1);
  await expect.poll(() => answers.length).toBe(1);
  answers.shift()?.();
  expect(await last).toBe(3);
  expect(asked).toEqual([1, 3]);
});
