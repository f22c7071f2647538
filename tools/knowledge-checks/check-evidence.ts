import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { listExcerpts } from './list-excerpts.ts';
import { type PackToCheck, sourceOfText, textOf } from './pack-to-check.ts';

/** The fraction of an article that the pack may contain as evidence, besides quotations: an excerpt, not a copy. */
const maxEvidenceShare = 0.15;

export interface EvidenceShare {
  readonly source: string;
  /** Characters of evidence outside quotations, each counted once. */
  readonly evidenceLength: number;
  readonly articleLength: number;
}

/** For each available article; a story inside a longer text is measured against its own length. */
export function measureEvidence(checked: PackToCheck): EvidenceShare[] {
  const excerpts = listExcerpts(checked);
  const shares: EvidenceShare[] = [];
  for (const source of checked.pack.sources) {
    const text = textOf(checked, source.id);
    if (text === undefined) continue;
    const [from, to] =
      source.partOf && !source.textSha256 ? [source.partOf.start, source.partOf.end] : [0, text.length];
    const isCounted = new Uint8Array(text.length);
    const textId = sourceOfText(checked.pack, source)?.id;
    const isOfText = (id: string) =>
      sourceOfText(
        checked.pack,
        checked.pack.sources.find((other) => other.id === id),
      )?.id === textId;
    for (const { source: id, span, role } of excerpts) {
      if (role === 'evidence' && isOfText(id)) isCounted.fill(1, span.start, span.end);
    }
    for (const { source: id, span, role } of excerpts) {
      if (role === 'wording' && isOfText(id)) isCounted.fill(0, span.start, span.end);
    }
    const evidenceLength = isCounted.subarray(from, to).reduce((sum, one) => sum + one, 0);
    shares.push({
      source: source.id,
      evidenceLength,
      articleLength: to - from,
    });
  }
  return shares;
}

/** Evidence is only as long as needed: outside quotations at most `maxEvidenceShare` of an article. */
export function checkEvidenceShare(checked: PackToCheck): DescribedProblem[] {
  return measureEvidence(checked).flatMap(({ source, evidenceLength, articleLength }) => {
    if (evidenceLength <= maxEvidenceShare * articleLength) return [];
    const percent = ((100 * evidenceLength) / articleLength).toFixed(1);
    return [
      {
        file: 'claims.json',
        path: `claims[…].positions[${source}].evidence`,
        reason: `The evidence taken from "${source}" outside quotations is ${percent} % of the article; 15 % is the most.`,
        remedy: `Shorten evidence from "${source}" by ${Math.ceil(evidenceLength - maxEvidenceShare * articleLength)} characters: the fewest words that show each position.`,
      },
    ];
  });
}

/** Words with at most this many characters between them and a changed passage belong to its changed meaning. */
const besideDistance = 1;

/** Passages whose meaning an altered copy has changed, and words right beside them, are no evidence about the story. */
export function checkDamagedEvidence(checked: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { file, path, source, span, role } of listExcerpts(checked)) {
    if (role !== 'evidence') continue;
    const damaged = checked.pack.sources.find(({ id }) => id === source)?.damaged ?? [];
    const hit = damaged.find(
      ({ start, end, changesMeaning }) =>
        changesMeaning && start - besideDistance <= span.end && end + besideDistance >= span.start,
    );
    if (hit === undefined) continue;
    problems.push({
      file,
      path,
      reason: `The evidence touches, or stands just beside, a passage of "${source}" (${hit.start} to ${hit.end}) that the copy changed in meaning.`,
      remedy: 'Take words outside that passage, or leave this position out.',
    });
  }
  return problems;
}

/** Every speaking position has evidence; silence has no words. Checked only if the article is available. */
export function checkEvidenceIsThere({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { id, positions } of pack.claims) {
    for (const [i, { source, stance, evidence }] of positions.entries()) {
      const isSilent = stance === 'does-not-mention';
      if (isSilent === (evidence.length === 0)) continue;
      // A primary document that is only linked may have a position without printed evidence.
      const textSource = sourceOfText(
        pack,
        pack.sources.find((other) => other.id === source),
      );
      if (!isSilent && textSource?.textSha256 === undefined) continue;
      problems.push({
        file: fileOf('claims', id),
        path: `claims[${id}].positions[${i}].evidence`,
        reason: isSilent
          ? `"${source}" does not mention the claim, yet evidence is given.`
          : `"${source}" takes a position, but no words of it are given.`,
        remedy: isSilent
          ? 'Empty the evidence, or change the stance.'
          : 'Add the fewest words that show the position.',
      });
    }
  }
  return problems;
}
