import { useEffect, useState } from 'preact/hooks';
import { spokenLanguage } from '../../../i18n/language.ts';
import { loadProblemTexts, type ProblemTexts } from '../../../i18n/problem-texts.ts';
import { type ToldProblem, tellProblem } from '../../../i18n/tell-problem.ts';
import { text } from '../../../i18n/texts.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import type { LanguageCode } from '../../../settings/languages.ts';

/** By its code: a file must not be refused in silence because the words for it are missing. */
function nameProblem({ file, path, code }: FileProblem): ToldProblem {
  return {
    file,
    path,
    reason: text('problemUntold', { code }),
    remedy: text('problemUntoldRemedy'),
    isRemedyForReader: true,
  };
}

/** The problems in the language spoken; undefined for the moment in which its words are fetched. */
export function useToldProblems(problems: readonly FileProblem[]): readonly ToldProblem[] | undefined {
  const language = spokenLanguage();
  const [known, setKnown] = useState<{
    readonly language: LanguageCode;
    /** Undefined where they could not be had. */
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
    texts === undefined ? nameProblem(problem) : tellProblem(problem, texts),
  );
}
