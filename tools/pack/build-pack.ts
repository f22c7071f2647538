import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CliError } from '../command-line/cli-error.ts';
import { formatProblem } from '../command-line/describe-in-english.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { quoteArgument } from '../command-line/quote-argument.ts';
import { type CheckOptions, checkOwnPack } from './check-own-pack.ts';
import { describeUnwritten } from './print-report.ts';

const ending = '.sidelight.json';

export interface BuiltPack {
  readonly file: string;
  readonly byteCount: number;
  readonly entityCount: number;
}

/**
 * Puts a pack folder together in one file, which the extension imports. Articles stay where they are.
 * @param output the file; where none is given, it is named after the pack's id and stands beside the folder.
 * @throws Refusal where the pack has a problem or the file cannot be written; a former file is then left as it was.
 */
export async function buildPack(
  folder: string,
  output: string | undefined,
  options: CheckOptions = {},
): Promise<BuiltPack> {
  if (output !== undefined && !output.endsWith(ending)) {
    throw new CliError(
      `${output}: The name of a pack file ends in ${ending}.\n    What to do: Write -o ${quoteArgument(path.basename(output).replace(/(\.json)?$/, ending))}`,
    );
  }
  const { problems, unwritten, checked } = await checkOwnPack(folder, options);
  if (!checked || problems.length > 0 || unwritten.length > 0) {
    throw new CliError(
      [
        ...problems.map((problem) => `${formatProblem(problem)}\n`),
        ...(unwritten.length > 0 ? [`${describeUnwritten(unwritten)}\n`] : []),
        'Nothing was built: fix these first.',
      ].join('\n'),
    );
  }
  const { pack } = checked;
  const file = output ?? path.join(path.dirname(folder), `${pack.id}${ending}`);
  const text = `${JSON.stringify(pack)}\n`;
  // Under another name first: a disk that fills up halfway leaves the former file whole.
  const draft = `${file}.part`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw explainFileError(error, 'Writing', file);
  }
  return { file, byteCount: Buffer.byteLength(text), entityCount: pack.entities.length };
}
