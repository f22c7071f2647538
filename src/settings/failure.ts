import type { Fault } from '../knowledge/problem.ts';

/**
 * All that a reader must be told the reason of when something fails, with the names of the values that its words hold. The
 * words are those of the interface (`i18n/describe-failure.ts`), in the reader's language; here and in messages there are codes.
 */
const failures = {
  unanswered: [],
  tooManySettings: ['count', 'most'],
  settingsTooLarge: ['bytes', 'most'],
  settingTooLarge: ['bytes', 'most'],
  notStored: ['detail'],
  wrongSetting: ['field'],
  noSite: ['text'],
  nothingToBringBack: [],
  exportTooLong: ['count', 'most'],
  notReadBack: [],
  noRoomForPack: [],
  packBackTaken: ['title'],
  importStays: ['title'],
  fileUnreadable: [],
  noPanel: [],
  privateWindow: [],
  libraryStopped: [],
  cardCovered: [],
} as const;

export type FailureCode = keyof typeof failures;
export type Failure = Fault<typeof failures>;

/** An error whose reason is a reader's to know. Its message is for developers. */
export class FailureError extends Error {
  override readonly name: string = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`${failure.code} ${JSON.stringify(failure.values)}`, options);
    this.failure = failure;
  }
}

/** What an error tells a reader, wherever it was thrown: errors come through messages and from other bundles' classes. */
export function readFailure(error: unknown): Failure | undefined {
  if (typeof error !== 'object' || error === null || !('failure' in error)) return undefined;
  const { failure } = error;
  const isKnown =
    typeof failure === 'object' &&
    failure !== null &&
    'code' in failure &&
    typeof failure.code === 'string' &&
    Object.hasOwn(failures, failure.code);
  // Whoever throws an error of ours gives the code its values.
  return isKnown ? (failure as Failure) : undefined;
}
