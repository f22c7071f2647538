/**
 * How settings are stored in an area that limits each item (`storage.sync`: 8,192 bytes an item including its key, 512
 * items). Every field is an item of its own, and one that may grow is split into numbered pieces. Two machines that
 * change different fields then never overwrite each other, and fields of a newer version survive writes by an older
 * one.
 */
import { defaultSettings, type Settings } from '../settings.ts';
import { isSettingsKey, settingsKeyPrefix as prefix } from '../settings-keys.ts';
import { settingsVersion } from '../upgrade-settings.ts';

export type SettingsItems = Readonly<Record<string, unknown>>;

export const versionKey = `${prefix}version`;
// Below the 8,192 of storage.sync: the key counts too, and browsers measure the JSON, which they may escape
// differently.
const maxPieceBytes = 6000;

/** What is stored: the version, and only the fields that differ from the defaults. */
export function differencesFromDefaults(settings: Settings): Partial<Settings> & { version: number } {
  const differing = Object.entries(settings).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(defaultSettings[field as keyof Settings]),
  );
  return { version: settingsVersion, ...Object.fromEntries(differing) };
}

/** The items for `settings`. */
export function toItems(settings: Settings): SettingsItems {
  const { version, topics, hiddenEntities, exceptions, sites, ...plain } = differencesFromDefaults(settings);
  const items: Record<string, unknown> = { [versionKey]: version };
  for (const [field, value] of Object.entries(plain)) items[prefix + field] = value;
  putPieces(items, 'topics', Object.entries(topics ?? {}));
  putPieces(items, 'hiddenEntities', hiddenEntities ?? []);
  putPieces(items, 'exceptions', exceptions ?? []);
  putPieces(items, 'sites.patterns', sites?.patterns ?? []);
  if (sites !== undefined) items[`${prefix}sites.mode`] = sites.mode;
  return items;
}

/** The stored shape that `readSettings` takes, assembled from any content of the store. Never throws. */
export function fromItems(items: SettingsItems): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(items)) {
    if (isSettingsKey(key) && !/[.#]/.test(key.slice(prefix.length)))
      fields[key.slice(prefix.length)] = value;
  }
  const topics = joinPieces(items, 'topics').filter(
    (entry): entry is [string, unknown] => Array.isArray(entry) && typeof entry[0] === 'string',
  );
  const patterns = joinPieces(items, 'sites.patterns');
  const mode = items[`${prefix}sites.mode`];
  return {
    ...fields,
    topics: Object.fromEntries(topics),
    hiddenEntities: joinPieces(items, 'hiddenEntities'),
    exceptions: joinPieces(items, 'exceptions'),
    sites: { patterns, ...(mode === undefined ? {} : { mode }) },
  };
}

/** The field to which one of this version's items belongs; undefined for other items and the version. */
export function fieldOfKey(key: string): keyof Settings | undefined {
  if (!isSettingsKey(key)) return undefined;
  const field = key.slice(prefix.length).split(/[.#]/, 1)[0] ?? '';
  return Object.hasOwn(defaultSettings, field) ? (field as keyof Settings) : undefined;
}

function putPieces(items: Record<string, unknown>, field: string, members: readonly unknown[]): void {
  let piece: unknown[] = [];
  let pieceBytes = 0;
  let number = 0;
  const flush = () => {
    if (piece.length > 0) items[`${prefix}${field}#${number}`] = piece;
    number += 1;
    piece = [];
    pieceBytes = 0;
  };
  for (const member of members) {
    const memberBytes = jsonBytes(member) + 1;
    if (pieceBytes + memberBytes > maxPieceBytes) flush();
    piece.push(member);
    pieceBytes += memberBytes;
  }
  flush();
}

function joinPieces(items: SettingsItems, field: string): unknown[] {
  const start = `${prefix}${field}#`;
  return Object.entries(items)
    .filter(([key, value]) => key.startsWith(start) && Array.isArray(value))
    .sort(([a], [b]) => Number(a.slice(start.length)) - Number(b.slice(start.length)))
    .flatMap(([, value]) => value as unknown[]);
}

/** Length in UTF-8. `TextEncoder` is not part of ECMAScript; the longest escape of a non-ASCII unit has six bytes. */
function jsonBytes(value: unknown): number {
  let bytes = 0;
  for (const character of JSON.stringify(value)) {
    bytes += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 6 * character.length;
  }
  return bytes;
}
