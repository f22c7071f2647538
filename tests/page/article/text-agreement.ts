/** How well an extracted text agrees with the expected one, by runs of four words. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
}

export function agreementOf(expected: string, read: string): Agreement {
  const wanted = shinglesOf(expected);
  const found = shinglesOf(read);
  let shared = 0;
  for (const [shingle, count] of wanted) shared += Math.min(count, found.get(shingle) ?? 0);
  return { precision: shared / Math.max(1, sumOf(found)), recall: shared / Math.max(1, sumOf(wanted)) };
}

export function meanAgreement(agreements: readonly Agreement[]): Agreement & { readonly f1: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const precision = mean(agreements.map((agreement) => agreement.precision));
  const recall = mean(agreements.map((agreement) => agreement.recall));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at <= Math.max(0, words.length - 4); at += 1) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
