import type { Fault } from '../knowledge/problem.ts';

/**
 * Every failure whose reason is shown to the reader, with the names of the values in its text. The texts are in the
 * interface (`i18n/describe-failure.ts`), in the reader's language; code and messages use these codes.
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
  noRoomForKept: [],
  notKept: [],
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

/** An error whose reason is shown to the reader. Its message is for developers. */
export class FailureError extends Error {
  override readonly name: string = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`${failure.code} ${JSON.stringify(failure.values)}`, options);
    this.failure = failure;
  }
}

/**
 * The reason that an error carries, wherever it was thrown: errors come through messages and from classes of other
 * bundles.
 */
export function readFailure(error: unknown): Failure | undefined {
  if (typeof error !== 'object' || error === null || !('failure' in error)) return undefined;
  const { failure } = error;
  const isKnown =
    typeof failure === 'object' &&
    failure !== null &&
    'code' in failure &&
    typeof failure.code === 'string' &&
    Object.hasOwn(failures, failure.code);
  // Code that throws our errors gives each code its values.
  return isKnown ? (failure as Failure) : undefined;
}
