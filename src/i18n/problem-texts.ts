/**
 * The words for what is amiss with a file. In catalogues of their own, of which the language spoken is loaded when there is
 * something to tell: they are as many again as half the interface's texts, and most readers never need one.
 */
import type { PackProblemCode } from '../knowledge/pack-problem.ts';
import type { ExportProblemCode } from '../settings/export/export-problem.ts';
import type { LanguageCode } from '../settings/languages.ts';

type ProblemCode = PackProblemCode | ExportProblemCode;
/** For each problem why it is one, and what to do about it, with `{name}` for its values. */
export type ProblemTexts = Readonly<
  Record<ProblemCode, { readonly reason: string; readonly remedy: string }>
>;

/** Does not compile where a language lacks a problem's words, or has words for a problem that there is not. */
function complete<Given extends ProblemTexts>(
  texts: Given & Readonly<Record<Exclude<keyof Given, ProblemCode>, never>>,
): ProblemTexts {
  return texts;
}

const loaders: Readonly<Record<LanguageCode, () => Promise<ProblemTexts>>> = {
  de: async () => complete((await import('../../assets/texts/problems/de.json')).default),
  en: async () => complete((await import('../../assets/texts/problems/en.json')).default),
  es: async () => complete((await import('../../assets/texts/problems/es.json')).default),
  fr: async () => complete((await import('../../assets/texts/problems/fr.json')).default),
};

export function loadProblemTexts(language: LanguageCode): Promise<ProblemTexts> {
  return loaders[language]();
}
