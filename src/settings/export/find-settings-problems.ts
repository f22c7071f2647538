import { quoteUntrusted } from '../../knowledge/unsafe-text.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { isValidField, isValidMember, type ListField } from '../stored/valid-values.ts';
import { settingsVersion, upgradeSettings } from '../upgrade-settings.ts';
import type { ExportFault } from './export-problem.ts';

type SettingsProblem = ExportFault & { readonly path: string };

/** A file with a thousand faults is not reported a thousand times. */
const maxShownProblems = 50;

/** The first problems for which `readSettings` would refuse settings from a file. Never throws. */
export function findSettingsProblems(stored: unknown): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  for (const problem of listProblems(stored)) {
    problems.push(problem);
    if (problems.length === maxShownProblems) break;
  }
  return problems;
}

function* listProblems(stored: unknown): Generator<SettingsProblem> {
  if (!isRecord(stored)) {
    yield { path: 'settings', code: 'noSettings', values: {} };
    return;
  }
  const { version } = stored;
  if (typeof version === 'number' && version > settingsVersion) {
    yield {
      path: 'settings.version',
      code: 'newerSettings',
      values: { version: String(version), known: String(settingsVersion) },
    };
  }
  for (const [field, value] of Object.entries(upgradeSettings(stored))) {
    if (field !== 'version') yield* listFieldProblems(field, value);
  }
}

function* listFieldProblems(field: string, value: unknown): Generator<SettingsProblem> {
  const path = `settings.${quoteUntrusted(field)}`;
  if (!isField(field)) {
    yield { path, code: 'unknownSetting', values: {} };
  } else if (field === 'hiddenEntities' || field === 'exceptions') {
    yield* listMemberProblems(path, field, value);
  } else if (field === 'topics' && isRecord(value)) {
    for (const entry of Object.entries(value)) {
      const place = `${path}[${quoteUntrusted(entry[0])}]`;
      if (!isValidMember('topics', entry)) yield refused('wrongMember', place, entry[1]);
    }
  } else if (field === 'sites' && isRecord(value)) {
    const { mode = 'everywhere-but', patterns = [] } = value;
    if (!isValidField('sites', { mode, patterns: [] })) yield refused('wrongSetting', `${path}.mode`, mode);
    yield* listMemberProblems(`${path}.patterns`, 'sites.patterns', patterns);
  } else if (!isValidField(field, value)) {
    yield refused('wrongSetting', path, value);
  }
}

function* listMemberProblems(path: string, field: ListField, members: unknown): Generator<SettingsProblem> {
  if (!Array.isArray(members)) {
    yield refused('wrongSetting', path, members);
    return;
  }
  for (const [number, member] of (members as readonly unknown[]).entries()) {
    if (!isValidMember(field, member)) yield refused('wrongMember', `${path}[${number}]`, member);
  }
}

/** A `wrongMember` is left out of its list; a wrong setting falls back to its default. */
function refused(code: 'wrongSetting' | 'wrongMember', path: string, value: unknown): SettingsProblem {
  return { path, code, values: { value: quoteUntrusted(JSON.stringify(value) ?? '') } };
}

function isField(field: string): field is keyof Settings {
  return Object.hasOwn(defaultSettings, field);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
