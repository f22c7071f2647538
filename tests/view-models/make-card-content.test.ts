import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { namesOfPacks } from '../../src/view-models/find-longer-names.ts';
import { makeCardContent } from '../../src/view-models/make-card-content.ts';
import { smallPackFiles } from '../knowledge/small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;
type FindNames = NonNullable<Parameters<typeof makeCardContent>[3]>;

function cardOf(
  id: string,
  change: (files: Files) => void = () => {},
  kind: 'entity' | 'statement' = 'entity',
  ...rest: FindNames[]
) {
  const files = smallPackFiles();
  change(files);
  const { pack, problems } = parsePack(files);
  if (!pack) throw new Error(JSON.stringify(problems));
  return makeCardContent(pack, kind, id, ...rest);
}

function addLateEdition(files: Files): void {
  const { wordings } = files['statements.json'].statements[0];
  wordings.push(...wordings.map((wording: object) => ({ ...wording, source: 'daily-late' })));
  const { positions } = files['claims.json'].claims[0];
  positions.unshift({ ...positions[0], source: 'daily-late' });
}

test('a card resolves its references', () => {
  const card = cardOf('small/acme');
  expect(card).toMatchObject({
    ref: 'small/acme',
    topic: { ref: 'small/systems', title: 'Systems' },
    pack: { knownTo: '2024-01-31' },
    summaryCites: [{ outlet: 'Daily' }, { outlet: 'Institute' }],
    related: [{ ref: 'small/iris', title: 'Iris', type: 'product' }],
    events: [{ text: 'Acme pauses sales of Iris.', cites: [{ outlet: 'Daily' }] }],
    names: ['Acme'],
  });
});

test('a card describes the rules of names', () => {
  const card = cardOf('small/acme', (files) => {
    const [file] = Object.keys(files).filter((name) => name.startsWith('entities/'));
    const { entities } = files[file as keyof Files] as { entities: { id: string; names: object[] }[] };
    entities
      .find(({ id }) => id === 'acme')
      ?.names.push({
        text: 'Peak',
        needs: { sentence: ['Iris'], page: ['Iris', 'sales'], mentions: ['iris'], optional: true },
        unless: { block: ['mountain*'] },
      });
  });
  expect(card).toMatchObject({
    names: ['Acme', 'Peak'],
    ruledNames: [
      {
        text: 'Peak',
        needs: { words: ['Iris', 'sales'], entities: ['Iris'] },
        isPresumed: true,
        unless: ['mountain*'],
      },
    ],
  });
});

/** Adds a quotation to the first fact of the entity Acme. */
const quoting = (quote: string) => (files: Files) => {
  files['entities/systems.json'].entities[0].facts[0].cites[0].quote = quote;
};

test('another’s longer names are listed if a quotation contains them', () => {
  const card = cardOf('acme', (files) => {
    quoting('Acme sells Acme Iris to the Acme Works.')(files);
    const [acme, iris] = files['entities/systems.json'].entities;
    acme.names.push({ text: 'Acme Works' });
    // The last is never quoted.
    iris.names.push({ text: 'Acme Iris' }, { text: 'Iris' }, { text: 'Acme Retina' });
  });
  expect(card?.longerNames).toEqual(['Acme Iris']);
});

test.each([
  ['a fact', quoting('Acme Iris was sold.')],
  [
    'a sentence of a statement',
    (files: Files) => (files['statements.json'].statements[0].sentences = ['Acme Iris was sold.']),
  ],
  [
    'a wording',
    (files: Files) => (files['statements.json'].statements[0].wordings[0].text = 'Acme Iris was sold.'),
  ],
  [
    'words that run on',
    (files: Files) =>
      (files['statements.json'].statements[0].wordings[0].runsOn = {
        text: 'Acme Iris was sold.',
        start: 0,
        end: 19,
      }),
  ],
  [
    'the evidence of a claim',
    (files: Files) => {
      const [claim] = files['claims.json'].claims;
      claim.about = ['acme'];
      claim.positions[0].evidence = [{ text: 'Acme Iris was sold.', start: 0, end: 19 }];
    },
  ],
])('names of other packs are looked for in %s', (_case, change) => {
  const asked: string[] = [];
  const card = cardOf(
    'acme',
    (files) => void change(files),
    'entity',
    (texts) => {
      asked.push(...texts);
      return [
        { entity: 'small/acme', text: 'Acme' },
        { entity: 'other/iris', text: 'Acme Iris' },
        { entity: 'other/sold', text: 'sold' },
      ];
    },
  );
  // A quotation without the entity's name is not even searched.
  expect(asked).toEqual(['Acme Iris was sold.']);
  expect(card?.longerNames).toEqual(['Acme Iris']);
});

test('a name that begins a sentence with a capital is held by a longer one that does so, too', () => {
  const card = cardOf(
    'acme',
    (files) => {
      quoting('Face recognition tests are slow.')(files);
      files['entities/systems.json'].entities[0].names = [{ text: 'face recognition' }];
    },
    'entity',
    () => [{ entity: 'other/tests', text: 'Face recognition tests' }],
  );
  expect(card?.longerNames).toEqual(['Face recognition tests']);
});

test('another’s name is listed as it is quoted, with the signs of the quotation', () => {
  const card = cardOf('acme', (files) => {
    quoting('The Acme Workers’ Club‑House.')(files);
    files['entities/systems.json'].entities[1].names = [{ text: "Acme Workers' Club-House" }];
  });
  expect(card?.longerNames).toEqual(['Acme Workers’ Club‑House']);
});

test('of a thousand longer names in a pack a card has those that it quotes', () => {
  const others = Array.from({ length: 1_000 }, (_, number) => ({ text: `Acme Unit ${1000 + number}` }));
  const card = cardOf('acme', (files) => {
    quoting('Acme Unit 1007 and Acme Unit 1999 are gone.')(files);
    files['entities/systems.json'].entities[1].names = others;
  });
  expect(card?.longerNames).toEqual(['Acme Unit 1007', 'Acme Unit 1999']);
});

test('names of several packs are listed, each with its pack', () => {
  const { pack } = parsePack(smallPackFiles());
  if (!pack) throw new Error('The small pack is broken.');
  expect([...namesOfPacks([pack, { ...pack, id: 'other' }])]).toEqual([
    { entity: 'small/acme', text: 'Acme' },
    { entity: 'small/iris', text: 'Iris' },
    { entity: 'other/acme', text: 'Acme' },
    { entity: 'other/iris', text: 'Iris' },
  ]);
});

test('a bare id and the reference give the same card, another pack’s reference none', () => {
  expect(cardOf('acme')).toEqual(cardOf('small/acme'));
  expect(cardOf('large/acme')).toBeNull();
  expect(cardOf('nobody')).toBeNull();
  expect(cardOf('lee-letter')).toBeNull();
});

test('two editions of one article are one outlet, and what both print is shown once', () => {
  const card = cardOf('acme', addLateEdition);
  expect(card?.statements[0]?.wordings.map(({ source }) => source.id)).toEqual(['daily-early']);
  expect(card?.outletCount).toBe(2);
  expect(cardOf('iris', addLateEdition)?.positions[0]?.positions.map(({ source }) => source.id)).toEqual([
    'daily-early',
    'report',
  ]);
});

test('a later edition that prints other words is shown beside the first', () => {
  const card = cardOf('acme', (files) => {
    addLateEdition(files);
    files['statements.json'].statements[0].wordings[3].text = 'We stand ready to talk.';
  });
  expect(card?.statements[0]?.wordings.map(({ source }) => [source.id, source.firstEdition])).toEqual([
    ['daily-early', undefined],
    ['daily-late', 'daily-early'],
  ]);
});

test('the parts of a wording come in their order, whatever the order in the file', () => {
  const card = cardOf('acme', (files) => files['statements.json'].statements[0].wordings.reverse());
  expect(card?.statements[0]?.wordings[0]?.parts.map(({ text }) => text)).toEqual([
    'We will wait for rules,',
    'We stand ready to help.',
  ]);
});

test('a source that is silent does not count as an outlet that speaks', () => {
  const card = cardOf('iris');
  expect(card?.positions[0]?.positions.map(({ stance }) => stance)).toContain('does-not-mention');
  expect(card?.outletCount).toBe(1);
});

test('claims on which sources differ come first', () => {
  const card = cardOf('iris', (files) => {
    const { claims } = files['claims.json'];
    const differing = structuredClone(claims[0]);
    differing.id = 'z-differs';
    differing.positions[1] = { source: 'report', stance: 'says-otherwise', evidence: [] };
    claims.push(differing);
  });
  expect(card?.positions.map(({ ref }) => ref)).toEqual(['small/z-differs', 'small/lund-tried-iris']);
});

test('a claim on which only an altered copy says otherwise does not come first', () => {
  const card = cardOf('iris', (files) => {
    const report = files['sources.json'].sources.find(({ id }: { id: string }) => id === 'report');
    files['sources.json'].sources.push({ ...report, id: 'copy', rewordedFrom: 'the report' });
    const { claims } = files['claims.json'];
    const copied = structuredClone(claims[0]);
    copied.id = 'z-copied';
    copied.positions[1] = { source: 'copy', stance: 'says-otherwise', evidence: [] };
    claims.push(copied);
  });
  expect(card?.positions.map(({ ref }) => ref)).toEqual(['small/lund-tried-iris', 'small/z-copied']);
});

test('an entity’s card has the statements whose words name it', () => {
  const naming = (name: object) => (files: Files) => {
    files['entities/systems.json'].entities[1].names = [name];
    files['statements.json'].statements[0].about = [];
  };
  expect(cardOf('iris', naming({ text: 'rules' }))?.statements).toHaveLength(1);
  // Half a word is not a name, and a name with a rule needs the matcher.
  expect(cardOf('iris', naming({ text: 'rule' }))?.statements).toHaveLength(0);
  expect(cardOf('iris', naming({ text: 'rules', needs: { block: ['law'] } }))?.statements).toHaveLength(0);
});

test('what relates to an entity is related to it', () => {
  const card = cardOf('acme', (files) => {
    files['entities/systems.json'].entities[0].related = [];
  });
  expect(card?.related.map(({ ref }) => ref)).toEqual(['small/iris']);
});

test('a quotation from an altered copy says so', () => {
  const card = cardOf('acme', (files) => {
    files['sources.json'].sources[0].rewordedFrom = 'Associated Press';
  });
  expect(card?.statements[0]?.wordings[0]?.source.rewordedFrom).toBe('Associated Press');
});

test('a statement’s card shows its wordings and the claims that its words show', () => {
  const card = cardOf(
    'small/lee-letter',
    (files) => {
      const { start } = files['statements.json'].statements[0].wordings[0];
      const text = 'We will wait';
      files['claims.json'].claims[0].positions[0].evidence = [{ text, start, end: start + text.length }];
    },
    'statement',
  );
  expect(card).toMatchObject({ kind: 'statement', title: 'Ann Lee', type: 'statement' });
  expect(card?.statements[0]?.wordings[0]?.parts).toHaveLength(2);
  expect(card?.positions.map(({ ref }) => ref)).toEqual(['small/lund-tried-iris']);
  expect(cardOf('small/lee-letter', undefined, 'statement')?.positions).toEqual([]);
});
