import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/** A catalogue as parsed from its file, not yet validated. */
export type Catalogues = Readonly<Record<string, unknown>>;

/** The language with which all others are compared. */
const original = 'en';

/**
 * Differences between the languages: each problem names the language and the key. The types of `catalogues.ts` already
 * refuse missing and surplus keys, but TypeScript does not see placeholders inside a text.
 */
export function findTextProblems(catalogues: Catalogues): string[] {
  const english = readTexts(catalogues[original]);
  if (english.size === 0) return [`${original}: there are no texts to compare with`];
  const problems = findUnpaired(english);
  for (const [language, catalogue] of Object.entries(catalogues)) {
    const texts = readTexts(catalogue);
    for (const key of english.keys()) {
      if (!texts.has(key)) problems.push(`${language}: ${key} is missing`);
    }
    for (const [key, text] of texts) {
      const wanted = english.get(key);
      if (wanted === undefined) problems.push(`${language}: ${key} is a key that ${original} does not have`);
      else problems.push(...compare(language, key, text, wanted));
    }
  }
  return problems;
}

function readTexts(catalogue: unknown): Map<string, string> {
  const entries = typeof catalogue === 'object' && catalogue !== null ? Object.entries(catalogue) : [];
  return new Map(
    entries.map(([key, entry]: [string, unknown]) => {
      const isEntry = typeof entry === 'object' && entry !== null && 'message' in entry;
      return [key, isEntry && typeof entry.message === 'string' ? entry.message : ''];
    }),
  );
}

function findUnpaired(english: ReadonlyMap<string, string>): string[] {
  return [...english.keys()].flatMap((key) => {
    const [, stem, form] = key.match(/^(.*)_(one|other)$/) ?? [];
    if (stem === undefined) return [];
    const twin = `${stem}_${form === 'one' ? 'other' : 'one'}`;
    return english.has(twin) ? [] : [`${original}: ${key} needs its other form, ${twin}`];
  });
}

function compare(language: string, key: string, text: string, wanted: string): string[] {
  if (text.trim() === '') return [`${language}: ${key} is empty`];
  const [has, needs] = [placeholdersOf(text), placeholdersOf(wanted)];
  if (has.join() === needs.join()) return [];
  const list = (names: readonly string[]) => names.map((name) => `{${name}}`).join(' ') || 'none';
  return [`${language}: ${key} has the placeholders ${list(has)}, ${original} has ${list(needs)}`];
}

function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

/** Every language's texts, by the name of its folder. */
export function readCatalogues(locales: string): Catalogues {
  return Object.fromEntries(
    readdirSync(locales).map((language) => [
      language,
      JSON.parse(readFileSync(join(locales, language, 'messages.json'), 'utf8')),
    ]),
  );
}

/** The same for the texts of problems: one file for each language, each code with its reason and its remedy. */
export function readProblemTexts(folder: string): Catalogues {
  return Object.fromEntries(
    readdirSync(folder).map((file) => {
      const texts = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, object>;
      const entries = Object.entries(texts).flatMap(([code, parts]) =>
        Object.entries(parts).map(([part, message]) => [`${code}.${part}`, { message: message as unknown }]),
      );
      return [basename(file, '.json'), Object.fromEntries(entries)];
    }),
  );
}

/** Fails the build if the languages differ. */
export function checkTexts(locales: string, problemTexts: string): Plugin {
  return {
    name: 'sidelight:check-texts',
    buildStart() {
      const problems = [readCatalogues(locales), readProblemTexts(problemTexts)].flatMap(findTextProblems);
      if (problems.length > 0) this.error(`The interface texts do not agree:\n${problems.join('\n')}`);
    },
  };
}
