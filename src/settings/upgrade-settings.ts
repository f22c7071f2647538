/**
 * The settings of earlier versions, upgraded step by step to the current shape. Never edit a released upgrade: settings
 * may be years old and must still pass every step. Each will be a file of its own, `upgrades/upgrade-1-to-2.ts`, whose
 * hash `tests/settings/released-settings.test.ts` keeps. A new field needs no upgrade: it is absent and has its
 * default.
 */
type Fields = Readonly<Record<string, unknown>>;
type Upgrade = (fields: Fields) => Fields;

const upgrades: readonly Upgrade[] = [];

/** Version of the stored shape that this code writes. */
export const settingsVersion = upgrades.length + 1;

/** The fields of `stored` in the current shape, unvalidated; an empty object if it is not an object. Never throws. */
export function upgradeSettings(stored: unknown, steps: readonly Upgrade[] = upgrades): Fields {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  let fields: Fields = { ...stored };
  const version = fields.version;
  // A missing or invalid version is the first shape. A newer version than ours needs no upgrade.
  const from = typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
  for (const upgrade of steps.slice(from - 1)) fields = upgrade(fields);
  return fields;
}
