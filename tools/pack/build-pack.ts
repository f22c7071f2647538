import path from 'node:path';
import { CliError } from '../command-line/cli-error.ts';
import { formatProblem } from '../command-line/describe-in-english.ts';
import { quoteArgument } from '../command-line/quote-argument.ts';
import { type CheckOptions, checkOwnPack } from './check-own-pack.ts';
import { describeUnwritten } from './print-report.ts';
import { replaceFile } from './replace-file.ts';

const ending = '.sidelight.json';

export interface BuiltPack {
  readonly file: string;
  readonly byteCount: number;
  readonly entityCount: number;
}

/**
 * Assembles a pack folder into one file, which the extension imports. Articles are left out.
 * @param output the file; by default named after the pack's id, beside the folder
 * @throws CliError if the pack has a problem or the file cannot be written; an existing file is then left unchanged
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
  await replaceFile(file, text);
  return { file, byteCount: Buffer.byteLength(text), entityCount: pack.entities.length };
}
