import * as v from 'valibot';

/** A reference as settings keep it: `pack/topic` or `pack/entity`, whether or not a pack of that name is there now. */
export const ReferenceSchema = v.pipe(v.string(), v.regex(/^[^\s/]+\/[^\s/]+$/), v.maxLength(200));
