/** An item that a page describes in JSON-LD, in schema.org's vocabulary. */
export type Thing = Readonly<Record<string, unknown>>;

/** Longer structured data does not describe an article. */
const maxDescriptionLength = 200_000;

/**
 * The items that a page describes, in the order of its scripts.
 * @param word skips scripts that do not contain it, unparsed
 */
export function* readThings(document: Document, word: string): Generator<Thing> {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? '';
    if (text.length <= maxDescriptionLength && text.includes(word)) yield* parseThings(text);
  }
}

function parseThings(text: string): Thing[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const top = (Array.isArray(value) ? value : [value]).filter(isThing);
  return top.flatMap((thing) => [
    thing,
    ...(Array.isArray(thing['@graph']) ? thing['@graph'].filter(isThing) : []),
  ]);
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArticleThing(thing: Thing): boolean {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']];
  return types.some((type) => typeof type === 'string' && /(?:Article|Posting|Report)$/.test(type));
}
