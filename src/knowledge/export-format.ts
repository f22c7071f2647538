/** What a file of everything that a reader has says in its `format` (`settings/export/export-file.ts`). */
export const exportFormat = 'sidelight-export';

/** As it begins where nobody has edited it. The whole is not parsed: it may be longer than any pack that is read. */
const exportStart = new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${exportFormat}"`);

/** Whether a text that should be a pack is such a file. */
export function isExportText(text: string): boolean {
  return exportStart.test(text);
}
