import type { PackInfo } from '../../knowledge/pack-schema.ts';

/** The file `pack.json` of a new pack. @param knownTo `YYYY-MM-DD` */
export function makePackInfo(id: string, title: string, knownTo: string): PackInfo {
  return {
    id,
    title,
    version: '1.0.0',
    schemaVersion: 1,
    language: 'en',
    licence: 'CC0-1.0 for our own sentences; quotations remain their owners’',
    knownTo,
    corrections: [],
  };
}
