import type { Pack } from './pack-schema.ts';

/** How many entries of a list are new, different or gone. */
export interface ListChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const lists = ['entities', 'sources', 'statements', 'claims', 'events'] as const;

export type PackChanges = Readonly<Record<(typeof lists)[number], ListChanges>>;

/** What an update of a pack changes. */
export function comparePacks(former: Pack, pack: Pack): PackChanges {
  const formerIds = matchStatements(former, pack);
  const changes = lists.map((list) => {
    const before = new Map<string, object>(former[list].map((entry) => [entry.id, entry]));
    let [added, changed] = [0, 0];
    for (const entry of pack[list]) {
      const formerId = list === 'statements' ? formerIds.get(entry.id) : entry.id;
      const counterpart = before.get(formerId ?? '');
      if (counterpart === undefined) added += 1;
      else if (!isSameEntry({ ...counterpart, id: '' }, { ...entry, id: '' })) changed += 1;
      before.delete(formerId ?? '');
    }
    return [list, { added, changed, removed: before.size }] as const;
  });
  return Object.fromEntries(changes) as PackChanges;
}

/**
 * The former id of each statement: its own, or else that of a statement with the same passage of the same source,
 * because ids that were made of a statement's first words may change with its first source.
 */
function matchStatements(former: Pack, pack: Pack): ReadonlyMap<string, string> {
  const ids = new Set(former.statements.map(({ id }) => id));
  const byPassage = new Map<string, string>();
  const passagesOf = ({ wordings }: Pack['statements'][number]) =>
    wordings.map(({ source, text }) => `${source}\n${text}`);
  const kept = new Set(pack.statements.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
  for (const statement of former.statements) {
    if (kept.has(statement.id)) continue;
    for (const passage of passagesOf(statement)) byPassage.set(passage, statement.id);
  }
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const statement of pack.statements) {
    const other = passagesOf(statement)
      .map((passage) => byPassage.get(passage))
      .find((id) => id !== undefined && !taken.has(id));
    const formerId = kept.has(statement.id) ? statement.id : other;
    if (formerId === undefined) continue;
    taken.add(formerId);
    matched.set(statement.id, formerId);
  }
  return matched;
}

/** Whether two values that were read as JSON are equal; the order of fields does not count. */
function isSameEntry(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  const [ones, others] = [Object.entries(one), Object.entries(other)];
  if (ones.length !== others.length || Array.isArray(one) !== Array.isArray(other)) return false;
  return ones.every(
    ([key, value]) => key in other && isSameEntry(value, (other as Readonly<Record<string, unknown>>)[key]),
  );
}
