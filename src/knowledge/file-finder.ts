/** Returns the file with a list item, for problems that only the whole pack shows. */
export type FileOf = (list: PackListName, id: string) => string;
export type PackListName = 'topics' | 'sources' | 'entities' | 'statements' | 'claims' | 'events';

/**
 * @param files file name to its parsed JSON, of any shape. An item in none of them is attributed to the file of its
 * list's name.
 */
export function fileFinder(files: Readonly<Record<string, unknown>>): FileOf {
  const places = new Map<string, string>();
  for (const [name, data] of Object.entries(files)) {
    if (typeof data !== 'object' || data === null) continue;
    for (const [list, items] of Object.entries(data)) {
      if (!Array.isArray(items)) continue;
      for (const item of items as unknown[]) {
        if (typeof item === 'object' && item !== null && 'id' in item)
          places.set(`${list} ${String(item.id)}`, name);
      }
    }
  }
  return (list, id) => places.get(`${list} ${id}`) ?? (list === 'entities' ? 'entities' : `${list}.json`);
}
