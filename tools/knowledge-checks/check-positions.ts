import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { Claim, Pack, Position } from '../../src/knowledge/pack-schema.ts';
import { countWords } from '../../src/knowledge/text/locate-words.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Fewer words than these show a word and not a position. */
const minEvidenceWords = 3;

/** Evidence shows the position to a reader who sees nothing else of the article. */
export function checkThinEvidence({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  return pack.claims.flatMap(({ id, positions }) =>
    positions.flatMap(({ source, evidence }, i) => {
      const words = evidence.reduce((sum, { text }) => sum + countWords(text), 0);
      if (words === 0 || words >= minEvidenceWords) return [];
      return [
        {
          file: fileOf('claims', id),
          path: `claims[${id}].positions[${i}].evidence`,
          reason: `“${evidence.map(({ text }) => text).join(' … ')}” shows nothing to a reader who does not know the rest of "${source}".`,
          remedy: `Take ${minEvidenceWords} words or more: the fewest that show the position.`,
        },
      ];
    }),
  );
}

/** A source that holds two stances on one claim says of each by a voice or a note where it takes it. */
export function checkTwoStances({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  return pack.claims.flatMap(({ id, positions }) =>
    positions.flatMap(({ source, stance, voice, note }, i) => {
      const rival = positions.find((other) => other.source === source && other.stance !== stance);
      if (rival === undefined || voice !== undefined || note !== undefined) return [];
      return [
        {
          file: fileOf('claims', id),
          path: `claims[${id}].positions[${i}]`,
          reason: `"${source}" takes two stances on this claim, "${stance}" and "${rival.stance}", and nothing says which part of it takes this one.`,
          remedy: 'Add a "note" ("In the headline.", "On the title.") or the "voice" of whoever is quoted.',
        },
      ];
    }),
  );
}

/** The words by which a position is known; undefined where the source is silent or no words of it are given. */
function wordsOf({ source, evidence }: Position): string | undefined {
  if (evidence.length === 0) return undefined;
  return `${source} ${evidence.map(({ text, start }) => `${start} ${text}`).join(' ')}`;
}

function listWords({ positions }: Claim): Set<string> {
  return new Set(positions.flatMap((position) => wordsOf(position) ?? []));
}

/** Two claims that rest on the same words of the same sources are one claim told twice. */
export function checkOverlappingClaims({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const known = pack.claims.map((claim) => ({ claim, words: listWords(claim) }));
  return known.flatMap(({ claim, words }, i) => {
    const [double] = known.slice(0, i).flatMap((earlier) => {
      const shared = [...words].filter((one) => earlier.words.has(one)).length;
      const isSame = shared > 1 && shared === Math.min(words.size, earlier.words.size);
      return isSame ? [{ id: earlier.claim.id, shared }] : [];
    });
    if (double === undefined) return [];
    return [
      {
        file: fileOf('claims', claim.id),
        path: `claims[${claim.id}]`,
        reason: `All that shows this claim, or "${double.id}", shows the other too, in ${double.shared} sources.`,
        remedy: 'Merge the two, or take for each the words that show it and not the other.',
      },
    ];
  });
}

/** An altered copy is named as such, and never the first to speak. */
export function checkAlteredCopies({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const copies = new Set(
    pack.sources.filter(({ rewordedFrom }) => rewordedFrom !== undefined).map(({ id }) => id),
  );
  const unnamed = pack.sources.filter(({ id, outlet }) => copies.has(id) && !outlet.includes('altered copy'));
  return [
    ...unnamed.map(({ id, outlet }) => ({
      file: fileOf('sources', id),
      path: `sources[${id}].outlet`,
      reason: `"${outlet}" does not say that these are altered words.`,
      remedy: 'Name the original and what this is: "AP (altered copy)".',
    })),
    ...listOrders(pack).flatMap(({ kind, id, path, sources }) => {
      const first = sources.findIndex((source) => copies.has(source));
      if (first < 0 || sources.slice(first).every((source) => copies.has(source))) return [];
      return [
        {
          file: fileOf(kind, id),
          path: `${path}[${first}]`,
          reason: `The altered copy "${sources[first]}" stands before a source whose words are its own.`,
          remedy: 'Move it to the end of the list.',
        },
      ];
    }),
  ];
}

function listOrders(pack: Pack) {
  return [
    ...pack.claims.map(({ id, positions }) => ({
      kind: 'claims' as const,
      id,
      path: `claims[${id}].positions`,
      sources: positions.map(({ source }) => source),
    })),
    ...pack.statements.map(({ id, wordings }) => ({
      kind: 'statements' as const,
      id,
      path: `statements[${id}].wordings`,
      sources: wordings.map(({ source }) => source),
    })),
    ...pack.entities.map(({ id, summaryCites }) => ({
      kind: 'entities' as const,
      id,
      path: `entities[${id}].summaryCites`,
      sources: [...summaryCites],
    })),
  ];
}
