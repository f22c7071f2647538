import { foldWords } from '../../knowledge/name-checks/fold-words.ts';

/** The schema's limit, less room for a number. */
const maxIdLength = 60;

/** Ids of one list of a pack, each given once. */
export class IdMaker {
  readonly #taken = new Set<string>();

  /** Words as an id: "Skerry Bridge" is `skerry-bridge`, the next one `skerry-bridge-2`. @param fallback where no letter of them can stand in an id. */
  make(text: string, fallback: string): string {
    const words = idOf(text) || fallback;
    let id = words;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${words}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

function idOf(text: string): string {
  let id = '';
  for (const word of foldWords(text.replace(/(?<=\p{L})['’](?=\p{L})/gu, ''))) {
    const plain = word.replace(/[^a-z0-9]/g, '');
    const longer = id === '' ? plain : `${id}-${plain}`;
    if (longer.length > maxIdLength) break;
    if (plain !== '') id = longer;
  }
  return id;
}
