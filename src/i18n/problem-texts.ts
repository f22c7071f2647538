/**
 * The texts for problems of files. They have catalogues of their own, loaded on first use in the current language: they
 * are half as large as all other texts of the interface, and most readers never need one.
 */
import type { PackProblemCode } from '../knowledge/pack-problem.ts';
import type { ExportProblemCode } from '../settings/export/export-problem.ts';
import type { LanguageCode } from '../settings/languages.ts';

type ProblemCode = PackProblemCode | ExportProblemCode;
/** For each problem why it is one, and what to do about it, with `{name}` for its values. */
export type ProblemTexts = Readonly<
  Record<ProblemCode, { readonly reason: string; readonly remedy: string }>
>;

/** Does not compile if a language lacks a problem's texts, or has texts for an unknown problem. */
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
