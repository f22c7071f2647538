import type { PackProblem } from '../knowledge/pack-problem.ts';
import { quoteUntrusted } from '../knowledge/unsafe-text.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { isFieldTaken, isMemberTaken, type ListField } from './taken-values.ts';
import { settingsVersion, upgradeSettings } from './upgrade-settings.ts';

type SettingsProblem = Omit<PackProblem, 'file'>;

/** A file that was damaged in a thousand places is not told a thousand times. */
const mostProblems = 50;

const leftOut = 'Nothing need be done: it is left out, everything else is taken.';
const standard = 'Choose the setting again afterwards: until then the one that Sidelight comes with holds.';

/** What `readSettings` does not take of settings from a file, in words; the first of them. Never throws. */
export function findSettingsProblems(stored: unknown): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  for (const problem of listProblems(stored)) {
    problems.push(problem);
    if (problems.length === mostProblems) break;
  }
  return problems;
}

function* listProblems(stored: unknown): Generator<SettingsProblem> {
  if (!isRecord(stored)) {
    const remedy = 'Those that Sidelight comes with are taken.';
    yield { path: 'settings', reason: 'There are no settings in the file.', remedy };
    return;
  }
  const { version } = stored;
  if (typeof version === 'number' && version > settingsVersion) {
    yield {
      path: 'settings.version',
      reason: `A newer Sidelight wrote these settings (version ${version}; this one knows ${settingsVersion}).`,
      remedy: 'Update Sidelight first; what it does not know yet is left out.',
    };
  }
  for (const [field, value] of Object.entries(upgradeSettings(stored))) {
    if (field !== 'version') yield* listFieldProblems(field, value);
  }
}

function* listFieldProblems(field: string, value: unknown): Generator<SettingsProblem> {
  const path = `settings.${quoteUntrusted(field)}`;
  if (!isField(field)) {
    yield { path, reason: 'This Sidelight has no such setting.', remedy: leftOut };
  } else if (field === 'hiddenEntities' || field === 'exceptions') {
    yield* listMemberProblems(path, field, value);
  } else if (field === 'topics' && isRecord(value)) {
    for (const entry of Object.entries(value)) {
      const place = `${path}[${quoteUntrusted(entry[0])}]`;
      if (!isMemberTaken('topics', entry)) yield refused(place, entry[1], leftOut);
    }
  } else if (field === 'sites' && isRecord(value)) {
    const { mode = 'everywhere-but', patterns = [] } = value;
    if (!isFieldTaken('sites', { mode, patterns: [] })) yield refused(`${path}.mode`, mode, standard);
    yield* listMemberProblems(`${path}.patterns`, 'sites.patterns', patterns);
  } else if (!isFieldTaken(field, value)) {
    yield refused(path, value, standard);
  }
}

function* listMemberProblems(path: string, field: ListField, members: unknown): Generator<SettingsProblem> {
  if (!Array.isArray(members)) {
    yield refused(path, members, standard);
    return;
  }
  for (const [number, member] of (members as readonly unknown[]).entries()) {
    if (!isMemberTaken(field, member)) yield refused(`${path}[${number}]`, member, leftOut);
  }
}

function refused(path: string, value: unknown, remedy: string): SettingsProblem {
  return { path, reason: `It cannot be ${quoteUntrusted(JSON.stringify(value) ?? 'nothing')}.`, remedy };
}

function isField(field: string): field is keyof Settings {
  return Object.hasOwn(defaultSettings, field);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
