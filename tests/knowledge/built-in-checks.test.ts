import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { builtInChecks } from '../../tools/knowledge-checks/built-in-checks.ts';
import { packToCheck } from '../../tools/knowledge-checks/pack-to-check.ts';
import { article, articleSha256, smallPackFiles } from './small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;
const entityFile = 'entities/systems.json';

/** Of the small pack as the built-in one would be edited, after `edit`. */
function runCheck(check: string, edit: (files: Files) => void = () => undefined) {
  const files = smallPackFiles();
  for (const entity of files[entityFile].entities) entity.lead = `What ${entity.title} is.`;
  edit(files);
  const { pack, problems } = parsePack(files);
  if (!pack) throw new Error(`the pack does not parse: ${JSON.stringify(problems)}`);
  const run = builtInChecks[check];
  if (!run) throw new Error(`There is no check "${check}".`);
  return run(packToCheck(pack, files, {}, new Map([[articleSha256, article]])));
}

test('each entity says in one sentence what it is', () => {
  expect(runCheck('leads')).toEqual([]);
  const problems = runCheck('leads', (files) => {
    delete files[entityFile].entities[0].lead;
    files[entityFile].entities[1].lead = 'A system';
  });
  expect(problems).toMatchObject(
    [
      { file: entityFile, path: 'entities[acme].lead', reason: /Nothing says/ },
      { file: entityFile, path: 'entities[iris].lead', reason: /full stop/ },
    ].map((problem) => ({ ...problem, reason: expect.stringMatching(problem.reason) })),
  );
});

/** Articles other than the one at hand, each with words of its own. */
function addSources(files: Files): void {
  files['sources.json'].sources.push(
    {
      id: 'copy',
      outlet: 'Daily (altered copy)',
      date: day,
      kind: 'news',
      rewordedFrom: 'a story of the Daily',
    },
    { id: 'weekly', outlet: 'Weekly', date: day, kind: 'news' },
  );
}

const day = { value: '2020-06-10', precision: 'day' };
const words = (text: string) => ({ text, start: 0, end: text.length });

/** @param second what the second position of the small pack's claim is */
function addPosition(files: Files, second: object): void {
  files['claims.json'].claims[0].positions.push(second);
}

test('evidence of one or two words shows nothing', () => {
  expect(runCheck('thin evidence')).toEqual([]);
  const problems = runCheck('thin evidence', (files) => {
    addSources(files);
    addPosition(files, { source: 'weekly', stance: 'says', evidence: [words('was surprised')] });
    addPosition(files, {
      source: 'copy',
      stance: 'says',
      evidence: [words('NEC'), words('Motorola Solutions')],
    });
  });
  expect(problems).toMatchObject([{ path: 'claims[lund-tried-iris].positions[2].evidence' }]);
});

test('a source with two stances says of each which part it is', () => {
  const addStances = (note?: string) => (files: Files) => {
    addSources(files);
    const notes = note === undefined ? {} : { note };
    addPosition(files, { source: 'weekly', stance: 'says', evidence: [words('Lund tried it')], ...notes });
    addPosition(files, {
      source: 'weekly',
      stance: 'says-otherwise',
      voice: 'Ann Lee',
      evidence: [words('Lund has it')],
    });
  };
  expect(runCheck('two stances')).toEqual([]);
  expect(runCheck('two stances', addStances('In the headline.'))).toEqual([]);
  expect(runCheck('two stances', addStances())).toMatchObject([
    { path: 'claims[lund-tried-iris].positions[2]', reason: expect.stringContaining('says-otherwise') },
  ]);
});

test('two claims that rest on the same words of two sources are one', () => {
  const addClaim = (evidence: string) => (files: Files) => {
    addSources(files);
    const [claim] = files['claims.json'].claims;
    addPosition(files, { source: 'weekly', stance: 'says', evidence: [words('Lund tried it')] });
    const double = structuredClone(claim);
    double.id = 'lund-tried-iris-again';
    double.positions[2].evidence = [words(evidence)];
    files['claims.json'].claims.push(double);
  };
  expect(runCheck('overlapping claims', addClaim('Lund did not keep it'))).toEqual([]);
  expect(runCheck('overlapping claims', addClaim('Lund tried it'))).toMatchObject([
    { path: 'claims[lund-tried-iris-again]', reason: expect.stringContaining('2 sources') },
  ]);
});

test('an altered copy is named as such and stands last', () => {
  const addCopy = (outlet: string, isLast: boolean) => (files: Files) => {
    addSources(files);
    files['sources.json'].sources.find(({ id }: { id: string }) => id === 'copy').outlet = outlet;
    const copy = { source: 'copy', stance: 'says', evidence: [words('Lund attempted Iris')] };
    const { positions } = files['claims.json'].claims[0];
    if (isLast) positions.push(copy);
    else positions.unshift(copy);
  };
  expect(runCheck('altered copies', addCopy('Daily (altered copy)', true))).toEqual([]);
  expect(runCheck('altered copies', addCopy('Daily (altered copy)', false))).toMatchObject([
    { path: 'claims[lund-tried-iris].positions[0]' },
  ]);
  expect(runCheck('altered copies', addCopy('a republisher', true))).toMatchObject([
    { path: 'sources[copy].outlet' },
  ]);
});

test('an entity of the main story has the words of two outlets, or says who alone reports it', () => {
  const quoteWeekly = (files: Files) => {
    addSources(files);
    for (const { facts } of files[entityFile].entities) {
      facts.push({ text: 'It is known.', cites: [{ source: 'weekly', quote: 'is known' }] });
    }
  };
  expect(runCheck('voices', quoteWeekly)).toEqual([]);
  expect(runCheck('voices')).toMatchObject([
    { path: 'entities[acme]', reason: 'Only Daily can be quoted on this.' },
    { path: 'entities[iris]' },
  ]);
  const isSideStory = (files: Files) => {
    files['topics.json'].topics[0].onByDefault = false;
  };
  expect(runCheck('voices', isSideStory)).toEqual([]);
  const problems = runCheck('voices', (files) => {
    files[entityFile].entities[0].summary = 'A company. Reported only by the Daily.';
  });
  expect(problems).toMatchObject([{ path: 'entities[iris]' }]);
});

test('an altered copy is no second voice', () => {
  const problems = runCheck('voices', (files) => {
    addSources(files);
    addPosition(files, { source: 'copy', stance: 'says', evidence: [words('Lund attempted Iris')] });
  });
  expect(problems).toMatchObject([{ path: 'entities[acme]' }, { path: 'entities[iris]' }]);
});

test.each([
  ['The error rate fell by 17.7% to 30.4%.', 1],
  ['The share rose by 5 per cent.', 1],
  ['The error rate fell by 17.7 to 30.4 percentage points.', 0],
  ['The error rate fell to 17.7%.', 0],
  ['Sales fell by 20% of their value.', 0],
  ['The proposal won 2.4% of the votes.', 0],
])('per cent and percentage points are told apart: %s', (text, count) => {
  const problems = runCheck('percentage points', (files) => {
    files['events.json'].events[0].text = text;
  });
  expect(problems).toHaveLength(count);
});

test.each([
  ['Known to 8 June 2020.', 0],
  ['Known to June 2020.', 0],
  ['Known to 7 June 2020.', 1],
  ['Known to May 2020.', 1],
  ['Known to 1 February 2024.', 1],
])(
  'what a summary knows is no older than what the pack tells, and no newer than the pack: %s',
  (sentence, count) => {
    const problems = runCheck('outcomes', (files) => {
      files[entityFile].entities[0].summary = `A company. ${sentence}`;
    });
    expect(problems).toHaveLength(count);
  },
);

test('a fact says by itself what happened', () => {
  expect(runCheck('fact texts')).toEqual([]);
  const problems = runCheck('fact texts', (files) => {
    addSources(files);
    files[entityFile].entities[0].facts = [
      { text: 'It took effect.', cites: [{ source: 'weekly' }] },
      { text: 'The law on cameras took effect.', cites: [{ source: 'weekly' }] },
    ];
  });
  expect(problems).toMatchObject([{ file: entityFile, path: 'entities[acme].facts[0].text' }]);
});

test('of what is dated one source is not older', () => {
  expect(runCheck('source ages')).toEqual([]);
  const date = { value: '2020-06-11', precision: 'day' };
  const later = {
    id: 'later',
    outlet: 'Later',
    date: { value: '2020-06', precision: 'month' },
    kind: 'news',
  };
  const problems = runCheck('source ages', (files) => {
    addSources(files);
    files['sources.json'].sources.push(later);
    const text = 'The agency published its list.';
    files[entityFile].entities[0].facts = [
      { text, date, cites: [{ source: 'weekly' }] },
      { text, date, cites: [{ source: 'weekly' }, { source: 'later' }] },
      { text, date: day, cites: [{ source: 'weekly' }] },
      { text, cites: [{ source: 'weekly' }] },
    ];
    files['events.json'].events.push({ id: 'listed', date, text, about: ['acme'], cites: ['weekly'] });
  });
  expect(problems).toMatchObject([
    { file: 'events.json', path: 'events[listed].cites', reason: expect.stringContaining('weekly') },
    { file: entityFile, path: 'entities[acme].facts[0].cites' },
  ]);
});
