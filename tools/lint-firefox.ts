/** `npm run lint:firefox`: Mozilla's linter on `dist/firefox`; anything it reports, even a notice, is a failure. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from './browsers/launch-extension.ts';
import { CliError, reportCliErrors } from './command-line/cli-error.ts';
import { readCommand } from './command-line/run-command.ts';
import { count } from './count.ts';

interface LintReport {
  readonly summary: { readonly errors: number; readonly warnings: number; readonly notices: number };
}

function main(): void {
  const folder = builtFolder('firefox');
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new CliError(`${folder} holds no extension: run npm run build first.`);
  }
  const { output, isSuccess } = readCommand('web-ext', ['lint', '--source-dir', folder, '--output', 'json']);
  const { errors, warnings, notices } = readSummary(output);
  console.log(
    `web-ext lint: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notices, 'notice')}`,
  );
  if (isSuccess && errors + warnings + notices === 0) return;
  console.error(output);
  process.exitCode = 1;
}

/** After a failed lint, warnings of Node or npm surround the report. */
function readSummary(text: string): LintReport['summary'] {
  try {
    return (JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as LintReport).summary;
  } catch {
    throw new CliError(`web-ext lint printed no report:\n${text}`);
  }
}

await reportCliErrors(main);
