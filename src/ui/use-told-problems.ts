import { useEffect, useState } from 'preact/hooks';
import type { FileProblem } from '../settings/export-problem.ts';
import type { LanguageCode } from '../settings/languages.ts';
import { spokenLanguage } from './language.ts';
import { loadProblemTexts, type ProblemTexts } from './problem-texts.ts';
import { type ToldProblem, tellProblem } from './tell-problem.ts';

/** The problems in the language spoken; undefined for the moment in which its words are fetched. */
export function useToldProblems(problems: readonly FileProblem[]): readonly ToldProblem[] | undefined {
  const language = spokenLanguage();
  const [known, setKnown] = useState<{ readonly language: LanguageCode; readonly texts: ProblemTexts }>();
  useEffect(() => {
    let isWanted = true;
    void loadProblemTexts(language).then((texts) => isWanted && setKnown({ language, texts }));
    return () => {
      isWanted = false;
    };
  }, [language]);
  if (known?.language !== language) return undefined;
  return problems.map((problem) => tellProblem(problem, known.texts));
}
