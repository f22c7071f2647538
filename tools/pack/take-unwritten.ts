/** A field that only a person can write, and that is still empty. */
export interface UnwrittenField {
  readonly file: string;
  readonly path: string;
  /** What is to be written there. */
  readonly task: string;
}

interface Fields {
  readonly list?: string;
  readonly field: readonly string[];
  readonly task: string;
  /** What the other checks find there meanwhile. */
  readonly standIn: (entry: Entry, id: string) => string;
}

type Entry = Record<string, unknown>;

const fields: readonly Fields[] = [
  {
    field: ['title'],
    task: 'The title of the pack, as readers see it',
    standIn: () => 'Not written yet',
  },
  {
    list: 'topics',
    field: ['title'],
    task: 'The title of the topic, beside the switch that readers have for it',
    standIn: () => 'Not written yet',
  },
  {
    list: 'sources',
    field: ['outlet'],
    task: 'The outlet: who published the article',
    standIn: (_, id) => `Not written yet (${id})`,
  },
  {
    list: 'sources',
    field: ['date', 'value'],
    task: 'The day of the article, such as 2020-06-10; with "precision": "month" 2020-06, with "year" 2020',
    standIn: ({ precision }) =>
      precision === 'year' ? '1000' : precision === 'month' ? '1000-01' : '1000-01-01',
  },
  {
    list: 'entities',
    field: ['type'],
    task: 'The type: person, organisation, agency, company, product, study, programme, law, event, concept or place',
    standIn: () => 'concept',
  },
  {
    list: 'entities',
    field: ['summary'],
    task: 'A summary in two or three sentences of your own, at most 525 characters, that names who says so (or take the whole entity out)',
    standIn: () => 'Not written yet.',
  },
];

/**
 * The fields of a pack that are left for a person to write. In a copy of its files something stands in for them, so that everything else can be checked.
 * @param files name to parsed JSON, whatever that holds.
 */
export function takeUnwritten(files: Readonly<Record<string, unknown>>): {
  readonly unwritten: readonly UnwrittenField[];
  readonly files: Readonly<Record<string, unknown>>;
} {
  const filled = structuredClone(files);
  const unwritten: UnwrittenField[] = [];
  for (const { list, field, task, standIn } of fields) {
    for (const [file, data] of Object.entries(filled)) {
      const isOfList = list === undefined ? file === 'pack.json' : isEntry(data) && Array.isArray(data[list]);
      if (!isOfList || !isEntry(data)) continue;
      const entries: unknown[] = list === undefined ? [data] : (data[list] as unknown[]);
      for (const [i, entry] of entries.entries()) {
        if (!isEntry(entry)) continue;
        const holder = field.length === 1 ? entry : entry[field[0] as string];
        const key = field.at(-1) as string;
        if (!isEntry(holder) || holder[key] !== '') continue;
        const id = typeof entry.id === 'string' ? entry.id : String(i);
        holder[key] = standIn(holder, id);
        unwritten.push({
          file,
          path: `${list === undefined ? '' : `${list}[${id}].`}${field.join('.')}`,
          task,
        });
      }
    }
  }
  return { unwritten, files: filled };
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
