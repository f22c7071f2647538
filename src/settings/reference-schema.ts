import * as v from 'valibot';

/** A reference as stored in settings: `pack/topic` or `pack/entity`, whether or not that pack exists now. */
export const ReferenceSchema = v.pipe(v.string(), v.regex(/^[^\s/]+\/[^\s/]+$/), v.maxLength(200));
