import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePack } from '../../../src/knowledge/validation/parse-pack.ts';
import { describeInEnglish } from '../../../tools/command-line/describe-in-english.ts';
import { smallPackFiles } from '../small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;
interface Case {
  readonly name: string;
  readonly break: (files: Files) => void;
  readonly file: string;
  readonly path: string;
  readonly reason: RegExp;
  readonly remedy: RegExp;
}

const entityFile = 'entities/systems.json';
const cases: readonly Case[] = [
  {
    name: 'a field that the format does not know is named',
    break: (files) => {
      files[entityFile].entities[0].sumary = 'x';
    },
    file: entityFile,
    path: 'entities[acme].sumary',
    reason: /"sumary" is not a field/,
    remedy: /spelling/,
  },
  {
    name: 'a missing field is named',
    break: (files) => {
      delete files[entityFile].entities[1].title;
    },
    file: entityFile,
    path: 'entities[iris].title',
    reason: /"title" is missing/,
    remedy: /Add the field "title"/,
  },
  {
    name: 'a summary longer than 525 characters is refused with its length',
    break: (files) => {
      files[entityFile].entities[0].summary = 'a'.repeat(526);
    },
    file: entityFile,
    path: 'entities[acme].summary',
    reason: /has 526 characters; the maximum is 525/,
    remedy: /Shorten/,
  },
  {
    name: 'a summary without a source is refused',
    break: (files) => {
      files[entityFile].entities[0].summaryCites = [];
    },
    file: entityFile,
    path: 'entities[acme].summaryCites',
    reason: /is empty/,
    remedy: /at least one/,
  },
  {
    name: 'a summary without words is refused once',
    break: (files) => {
      files[entityFile].entities[0].summary = '';
    },
    file: entityFile,
    path: 'entities[acme].summary',
    reason: /is empty/,
    remedy: /some text/,
  },
  {
    name: 'a fact without a source is refused',
    break: (files) => {
      files[entityFile].entities[0].facts[0].cites = [];
    },
    file: entityFile,
    path: 'entities[acme].facts[0].cites',
    reason: /is empty/,
    remedy: /at least one/,
  },
  {
    name: 'an event without a source is refused',
    break: (files) => {
      files['events.json'].events[0].cites = [];
    },
    file: 'events.json',
    path: 'events[pause].cites',
    reason: /is empty/,
    remedy: /at least one/,
  },
  {
    name: 'a type outside the list is refused with the list',
    break: (files) => {
      files[entityFile].entities[0].type = 'firm';
    },
    file: entityFile,
    path: 'entities[acme].type',
    reason: /"firm"/,
    remedy: /"company"/,
  },
  {
    name: 'a day that does not exist is refused',
    break: (files) => {
      files['pack.json'].knownTo = '2024-02-31';
    },
    file: 'pack.json',
    path: 'knownTo',
    reason: /2024-02-31/,
    remedy: /pack format/,
  },
  {
    name: 'an address that is not https is refused',
    break: (files) => {
      files['sources.json'].sources[0].url = 'javascript:alert(1)';
    },
    file: 'sources.json',
    path: 'sources[daily-early].url',
    reason: /https/,
    remedy: /pack format/,
  },
  {
    name: 'an id used twice over two files is refused',
    break: (files) => {
      files['entities/more.json'] = {
        entities: [files[entityFile].entities[0]],
      };
    },
    file: 'entities/more.json',
    path: 'entities[acme].id',
    reason: /"acme" is used twice/,
    remedy: /another id/,
  },
  {
    name: 'a related entity that the pack does not hold is refused',
    break: (files) => {
      files[entityFile].entities[0].related = ['iriss'];
    },
    file: entityFile,
    path: 'entities[acme].related[0]',
    reason: /"iriss" is not an id in the pack's entities/,
    remedy: /spelling of "iriss"/,
  },
  {
    name: 'an entity that a rule names must exist',
    break: (files) => {
      files[entityFile].entities[1].names[0].needs = { mentions: ['acmee'] };
    },
    file: entityFile,
    path: 'entities[iris].names[0].needs.mentions[0]',
    reason: /"acmee"/,
    remedy: /spelling/,
  },
  {
    name: 'a source that a wording names must exist',
    break: (files) => {
      files['statements.json'].statements[0].wordings[1].source = 'weekly';
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[1].source',
    reason: /"weekly"/,
    remedy: /add it to sources/,
  },
  {
    name: 'a source that a position names must exist',
    break: (files) => {
      files['claims.json'].claims[0].positions[0].source = 'weekly';
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].source',
    reason: /"weekly"/,
    remedy: /add it to sources/,
  },
  {
    name: 'the first edition of an article must exist',
    break: (files) => {
      files['sources.json'].sources[1].editionOf = 'weekly';
    },
    file: 'sources.json',
    path: 'sources[daily-late].editionOf',
    reason: /"weekly"/,
    remedy: /spelling/,
  },
  {
    name: 'a file of another name is refused',
    break: (files) => {
      files['entitys.json'] = {};
    },
    file: 'entitys.json',
    path: '',
    reason: /no file of this name/,
    remedy: /Rename it/,
  },
  {
    name: 'a missing sources.json is told',
    break: (files) => {
      delete files['sources.json'];
    },
    file: 'sources.json',
    path: '',
    reason: /has no sources.json/,
    remedy: /Add sources.json/,
  },
];

test.each(cases)('$name', ({ break: breakPack, file, path, reason, remedy }) => {
  const files = smallPackFiles();
  breakPack(files);
  const { pack, problems } = parsePack(files);
  expect(pack).toBeUndefined();
  const found = problems?.find((problem) => problem.file === file && problem.path === path);
  expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
  const reported = found && describeInEnglish(found);
  expect(reported?.reason).toMatch(reason);
  expect(reported?.remedy).toMatch(remedy);
});

test('a valid folder gives the whole pack', () => {
  const { pack, problems } = parsePack(smallPackFiles());
  expect(problems).toBeUndefined();
  expect(pack?.entities.map(({ id }) => id)).toEqual(['acme', 'iris']);
  expect(pack?.statements[0]?.wordings).toHaveLength(2);
});

test('a pack in a single file is the same pack', () => {
  const { pack } = parsePack(smallPackFiles());
  expect(parsePack({ 'anything.json': pack }).pack).toEqual(pack);
});

test('problems of a pack in a single file have that file’s name', () => {
  const { pack } = parsePack(smallPackFiles());
  const { problems } = parsePack({
    'mine.json': { ...pack, topics: [{ id: 'X' }] },
  });
  expect(problems?.[0]).toMatchObject({
    file: 'mine.json',
    path: 'topics[X].id',
  });
});

test('statements, claims and events may be absent', () => {
  const files = smallPackFiles();
  for (const name of ['statements.json', 'claims.json', 'events.json']) delete files[name];
  expect(parsePack(files).pack).toMatchObject({
    statements: [],
    claims: [],
    events: [],
  });
});

test('a file with thousands of faults reports a readable number of them, and how many more there are', () => {
  const files = smallPackFiles();
  files['topics.json'].topics = Array.from({ length: 5000 }, () => ({}));
  const { problems } = parsePack(files);
  expect(problems?.length).toBe(201);
  expect(problems?.at(-1)).toMatchObject({ code: 'moreProblems', values: { most: 200 } });
});

test('nothing that JSON can hold makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(smallPackFiles())), (value, name) => {
      const result = parsePack({ ...smallPackFiles(), [name]: value });
      expect(result.pack === undefined).toBe(result.problems !== undefined);
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (files) => {
      expect(parsePack(files).problems?.length).toBeGreaterThan(0);
    }),
  );
});
