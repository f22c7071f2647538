import { FileError, type FileProblem } from '../../../contracts/file-problem.ts';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { type TextKey, text } from '../../../i18n/texts.ts';

const problemTexts = {
  fileEmpty: 'sourceFileEmpty',
  fileTooLarge: 'sourceFileTooLarge',
  fileKindUnknown: 'sourceFileKindUnknown',
  fileOtherEncoding: 'sourceFileOtherEncoding',
  fileNotUtf8: 'sourceFileNotUtf8',
  pageEncoding: 'sourceFilePageEncoding',
  fileTextTooLong: 'sourceFileTextTooLong',
  fileWithoutText: 'sourceFileWithoutText',
  fileWithoutArticle: 'sourceFileWithoutArticle',
  pdfDamaged: 'sourceFilePdfDamaged',
  pdfEncrypted: 'sourceFilePdfEncrypted',
  pdfTooLong: 'sourceFilePdfTooLong',
  pdfWithoutText: 'sourceFilePdfWithoutText',
} as const satisfies Record<FileProblem['code'], TextKey>;

/** Why a file was not opened, and what to do, in the current language. */
export function describeFileError(error: unknown): string {
  if (!(error instanceof FileError)) return describeFailure(error);
  const { code, values } = error.problem;
  return text(problemTexts[code], values);
}
