/** The `format` of a file with everything that a reader has (`settings/export/export-file.ts`). */
export const exportFormat = 'sidelight-export';

/**
 * The beginning of an unedited export. The whole is not parsed: it may be longer than the longest pack that is read.
 */
const exportStart = new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${exportFormat}"`);

/** Whether a text that should be a pack is an export. */
export function isExportText(text: string): boolean {
  return exportStart.test(text);
}
