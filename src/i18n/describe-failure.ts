import { type FailureCode, readFailure } from '../settings/failure.ts';
import { type TextKey, text } from './texts.ts';

const failureTexts = {
  unanswered: 'failureUnanswered',
  tooManySettings: 'failureTooManySettings',
  settingsTooLarge: 'failureSettingsTooLarge',
  settingTooLarge: 'failureSettingTooLarge',
  notStored: 'failureNotStored',
  wrongSetting: 'failureWrongSetting',
  noSite: 'optionsSiteNotAHost',
  nothingToBringBack: 'failureNothingToBringBack',
  exportTooLong: 'failureExportTooLong',
  notReadBack: 'failureNotReadBack',
  noRoomForPack: 'failureNoRoomForPack',
  noRoomForKept: 'failureNoRoomForKept',
  notKept: 'failureNotKept',
  packBackTaken: 'packsBackTaken',
  importStays: 'packsImportStays',
  fileUnreadable: 'failureFileUnreadable',
  noPanel: 'failureNoPanel',
  privateWindow: 'failurePrivateWindow',
  libraryStopped: 'failureLibraryStopped',
  cardCovered: 'failureCardCovered',
} as const satisfies Record<FailureCode, TextKey>;

/** The reason for a failure in the current language; an unforeseen error is quoted in the browser's words. */
export function describeFailure(error: unknown): string {
  const failure = readFailure(error);
  if (failure !== undefined) return text(failureTexts[failure.code], failure.values);
  return text('failureUnexpected', { detail: error instanceof Error ? error.message : String(error) });
}
