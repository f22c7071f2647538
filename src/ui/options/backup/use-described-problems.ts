import { useEffect, useState } from 'preact/hooks';
import { type DescribedProblem, describeFileProblem } from '../../../i18n/describe-file-problem.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { loadProblemTexts, type ProblemTexts } from '../../../i18n/problem-texts.ts';
import { text } from '../../../i18n/texts.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import type { LanguageCode } from '../../../settings/languages.ts';

/** Falls back to the code: a file must not be refused in silence because the texts are missing. */
function nameProblem({ file, path, code }: FileProblem): DescribedProblem {
  return {
    file,
    path,
    reason: text('problemUndescribed', { code }),
    remedy: text('problemUndescribedRemedy'),
    isRemedyForReader: true,
  };
}

/** The problems in the current language; undefined while its texts are loading. */
export function useDescribedProblems(
  problems: readonly FileProblem[],
): readonly DescribedProblem[] | undefined {
  const language = currentLanguage();
  const [known, setKnown] = useState<{
    readonly language: LanguageCode;
    /** Undefined if they could not be loaded. */
    readonly texts: ProblemTexts | undefined;
  }>();
  useEffect(() => {
    let isWanted = true;
    const take = (texts: ProblemTexts | undefined) => isWanted && setKnown({ language, texts });
    loadProblemTexts(language).then(take, () => take(undefined));
    return () => {
      isWanted = false;
    };
  }, [language]);
  if (known?.language !== language) return undefined;
  const { texts } = known;
  return problems.map((problem) =>
    texts === undefined ? nameProblem(problem) : describeFileProblem(problem, texts),
  );
}
