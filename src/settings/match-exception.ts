import * as v from 'valibot';
import { ReferenceSchema } from './reference-schema.ts';
import type { MatchException } from './settings.ts';
import { readSitePattern } from './site-rules.ts';

/** The longest name in a pack is far shorter; this is the longest text that fits a line of the list. */
const maxTextLength = 200;

const Text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxTextLength));
/** A text of punctuation alone would be beside everything. */
const Beside = v.pipe(Text, v.regex(/[\p{L}\p{N}]/u));
const Host = v.pipe(
  v.string(),
  v.transform(readSitePattern),
  v.check((reading) => 'pattern' in reading),
  v.transform((reading) => ('pattern' in reading ? reading.pattern : '')),
);

/**
 * An exception must be limited to a place: a name that is always wrong is a matter for its pack, and an unwanted entity
 * can be hidden.
 */
export const MatchExceptionSchema: v.GenericSchema<unknown, MatchException> = v.pipe(
  v.object({
    entity: ReferenceSchema,
    name: Text,
    host: v.exactOptional(Host),
    beside: v.exactOptional(Beside),
  }),
  v.check(({ host, beside }) => host !== undefined || beside !== undefined),
);

/** Equal for two equal exceptions. */
export function keyOfException({ entity, name, host, beside }: MatchException): string {
  return JSON.stringify([entity, name, host ?? null, beside ?? null]);
}
