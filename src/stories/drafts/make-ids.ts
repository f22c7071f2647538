import { foldWords } from '../../knowledge/name-checks/fold-words.ts';

/** Below the schema's limit, so that a number can follow. */
const maxIdLength = 60;

/** Makes unique ids for one list of a pack. */
export class IdMaker {
  readonly #taken = new Set<string>();

  /**
   * Words as an id: "Skerry Bridge" is `skerry-bridge`, the next one `skerry-bridge-2`.
   * @param fallback used if the text has no letter that is valid in an id
   */
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
