import { expect, test } from 'vitest';
import { takeLatest } from '../../../../src/ui/library/navigation/take-latest.ts';
import {
  connectLibrary,
  type LibraryWorker,
  serveLibrary,
  type WorkerPort,
} from '../../../../src/ui/library/worker/library-rpc.ts';
import { createLibraryService } from '../../../../src/ui/library/worker/library-service.ts';
import { emptyReader } from '../kept-reader.ts';
import { libraryPack } from '../library-pack.ts';

/** Two ends of a channel, as between a page and its worker: messages are copied and arrive later. */
function makeChannel(): [LibraryWorker & EventTarget, WorkerPort] {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  return [Object.assign(port1, { terminate: () => port1.close() }), port2 as WorkerPort];
}

/** A page's library service whose workers all work, with the worker of each start. */
function startLibraryService() {
  const workers: (LibraryWorker & EventTarget)[] = [];
  const library = connectLibrary(() => {
    const [page, worker] = makeChannel();
    serveLibrary(worker, createLibraryService(emptyReader));
    workers.push(page);
    return page;
  });
  return { library, workers };
}

async function openLibraryService(packs: readonly object[] = [libraryPack]) {
  const { library } = startLibraryService();
  return { library, overview: await library.replacePacks(packs.map((pack) => JSON.stringify(pack))) };
}

test('the overview counts what the packs hold', async () => {
  const { overview } = await openLibraryService();
  expect(overview.counts).toEqual({ company: 2, product: 1, person: 1, statement: 1, claim: 1, source: 4 });
  expect(overview.topics[0]).toMatchObject({ ref: 'small/systems', title: 'Systems', entityCount: 3 });
  expect(overview.packs).toMatchObject([
    {
      id: 'small',
      title: 'Small pack',
      knownTo: '2024-01-31',
      language: 'en',
      sourceCount: 2,
      outletCount: 2,
    },
  ]);
});

test('the overview has the claims on which sources differ, the main topics, and what each has most to say of', async () => {
  const [claim] = libraryPack.claims;
  const [daily, , copy] = claim?.positions ?? [];
  if (claim === undefined || daily === undefined || copy === undefined)
    throw new Error('The pack has changed.');
  const agreed = { ...claim, id: 'agreed', about: ['iris'], positions: [daily, copy] };
  const alsoAgreed = { ...agreed, id: 'also-agreed' };
  const pack = {
    ...libraryPack,
    topics: libraryPack.topics.toReversed(),
    claims: [agreed, claim, alsoAgreed],
  };
  const { overview } = await openLibraryService([pack]);
  expect(overview.packs[0]?.differences.map((view) => view.claim.ref)).toEqual(['small/paused']);
  expect(overview.topics.map(({ title, isMain }) => [title, isMain])).toEqual([
    ['Systems', true],
    ['People', true],
    ['Press', false],
  ]);
  // Two claims are about Iris; a claim and a statement about Acme; none about its labs.
  expect(overview.topics[0]?.entities.map(({ title }) => title)).toEqual(['Acme', 'Iris', 'Acme Labs']);
});

test('a search across the channel waits for the index', async () => {
  const { library } = await openLibraryService();
  const { items } = await library.search({ query: 'iris', topics: [], types: [], sources: [], limit: 1 });
  expect(items[0]?.ref).toBe('small/iris');
});

test('packs with the same ids keep their things apart', async () => {
  const { library, overview } = await openLibraryService([
    libraryPack,
    { ...libraryPack, id: 'other', title: 'Other' },
  ]);
  expect(overview.counts.company).toBe(4);
  expect(await library.open({ kind: 'claim', ref: 'other/paused' })).toMatchObject({
    pack: { title: 'Other' },
  });
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
  const { library } = await openLibraryService([quoting, other]);
  expect(await library.open({ kind: 'entity', ref: 'small/acme' })).toMatchObject({
    card: { longerNames: ['Acme Labs', 'Acme Retina'] },
  });
});

test('an entity’s page holds everything known', async () => {
  const { library } = await openLibraryService();
  expect(await library.open({ kind: 'entity', ref: 'small/acme' })).toMatchObject({
    kind: 'entity',
    names: [
      { text: 'Acme', needsContext: false },
      { text: 'Acme Incorporated', needsContext: false },
      { text: 'ACM', needsContext: true },
    ],
    wikidata: 'Q42',
    card: { title: 'Acme', statements: [{ ref: 'small/lee-letter' }], related: [{ ref: 'small/iris' }] },
    lead: 'A company that compares faces.',
    claims: {
      differing: [{ claim: { ref: 'small/paused' } }],
      others: [],
      comparison: { sources: [{ id: 'daily' }, { id: 'weekly' }], rows: [{ ref: 'small/paused' }] },
    },
    sources: [{ id: 'daily' }, { id: 'weekly' }, { id: 'copy' }],
    timeline: [{ text: 'Acme pauses sales.' }],
  });
});

test('a source’s page holds its condition, what it prints and reports, and what rests on it', async () => {
  const { library } = await openLibraryService();
  expect(await library.open({ kind: 'source', ref: 'small/copy' })).toMatchObject({
    source: { rewordedFrom: 'a story of the Weekly' },
    statements: [{ wordings: [{ parts: [{ text: 'We shall wait for regulations.' }] }] }],
    positions: [{ claim: { ref: 'small/paused' }, position: { stance: 'does-not-mention' } }],
  });
  expect(await library.open({ kind: 'source', ref: 'small/daily' })).toMatchObject({
    laterEditions: [{ id: 'daily-late' }],
    events: [{ text: 'Acme pauses sales.' }],
    summarised: [{ title: 'Acme' }, { title: 'Iris' }, { title: 'Acme Labs' }],
  });
  // A later edition prints the same words: the card counts it with the first, its own page shows them.
  expect(await library.open({ kind: 'source', ref: 'small/daily-late' })).toMatchObject({
    editionOf: { id: 'daily' },
    statements: [{ wordings: [{ source: { id: 'daily-late' } }] }],
  });
  expect(await library.open({ kind: 'source', ref: 'small/weekly' })).toMatchObject({
    facts: [{ entity: { title: 'Acme' }, quotes: ['a pause of one year'] }],
  });
});

test.each([
  ['entity', 'small/gone'],
  ['source', 'gone/daily'],
  ['statement', 'small/acme'],
  ['claim', 'small/'],
] as const)('there is no %s %s', async (kind, ref) => {
  const { library } = await openLibraryService();
  expect(await library.open({ kind, ref })).toBeNull();
});

test('a pack that cannot be read is reported to the page', async () => {
  await expect(startLibraryService().library.replacePacks(['{'])).rejects.toThrow(/JSON/);
});

const packTexts = [JSON.stringify(libraryPack)];
const anything = { query: 'iris', topics: [], types: [], sources: [], limit: 1 };
const stopped = { failure: { code: 'libraryStopped' } };

test.each(['error', 'messageerror'])('a worker’s %s leaves no call without an answer', async (type) => {
  const workers: (LibraryWorker & EventTarget)[] = [];
  // It takes calls, but never answers: it failed to load.
  const library = connectLibrary(() => {
    const [page] = makeChannel();
    workers.push(page);
    return page;
  });
  const calls = [library.replacePacks(packTexts), library.search(anything)];
  workers[0]?.dispatchEvent(new Event(type));
  for (const call of calls) await expect(call).rejects.toMatchObject(stopped);
});

test('after a failure only the next packs start a new worker: a worker without packs would find nothing', async () => {
  const { library, workers } = startLibraryService();
  await library.replacePacks(packTexts);
  workers[0]?.dispatchEvent(new Event('error'));
  await expect(library.search(anything)).rejects.toMatchObject(stopped);
  await expect(library.open({ kind: 'entity', ref: 'small/acme' })).rejects.toMatchObject(stopped);
  expect(workers.length).toBe(1);
  await library.replacePacks(packTexts);
  expect((await library.search(anything)).items[0]?.ref).toBe('small/iris');
  expect(workers.length).toBe(2);
});

test('what a worker that was given up still reports leaves the calls of the next one alone', async () => {
  const { library, workers } = startLibraryService();
  await library.replacePacks(packTexts);
  workers[0]?.dispatchEvent(new Event('error'));
  const taken = library.replacePacks(packTexts);
  workers[0]?.dispatchEvent(new Event('messageerror'));
  expect((await taken).counts.company).toBe(2);
});

test('of the questions asked meanwhile only the last is asked on', async () => {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const ask = takeLatest(async (question: number) => {
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
