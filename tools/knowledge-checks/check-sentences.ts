import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { sentenceStarts } from '../../src/matching/text/split-sentences.ts';
import { lowerCaseWords } from '../../src/stories/drafts/lower-case-words.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Outlets print one sentence in different words; with fewer of its words a sentence is another one. */
const minSharedWords = 0.5;

/** Every sentence of a wording is among the statement's sentences, which are the fullest text known. */
export function checkSentences({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { id, sentences, wordings } of pack.statements) {
    const known = new Set(sentences.flatMap((sentence) => wordsOf(sentence ?? '')));
    for (const [i, { text }] of wordings.entries()) {
      const starts = sentenceStarts(text);
      const missing = starts
        .map((start, n) =>
          text
            .slice(start, starts[n + 1])
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .find((sentence) => isMissing(wordsOf(sentence), known));
      if (missing === undefined) continue;
      problems.push({
        file: fileOf('statements', id),
        path: `statements[${id}].wordings[${i}].text`,
        reason: `“${missing}” is in none of the statement's sentences, which are the fullest text known.`,
        remedy:
          'Write it in "sentences", in its place, or move the wording to the statement that it belongs to. null there stands for what no source prints.',
      });
    }
  }
  return problems;
}

function isMissing(words: readonly string[], known: ReadonlySet<string>): boolean {
  const printed = [...new Set(words)];
  const shared = printed.filter((word) => known.has(word)).length;
  return printed.length > 0 && shared < minSharedWords * printed.length;
}

/** The words of the speaker: "[B]y" is "By", while "[the agency]" is the outlet's. */
function wordsOf(text: string): string[] {
  return lowerCaseWords(text.replace(/\[(\p{L})\]/gu, '$1').replace(/\[[^\]]*\]/g, ' '));
}
