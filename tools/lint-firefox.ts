/** `npm run lint:firefox`: Mozilla's linter on `dist/firefox`; anything it reports, a notice too, is a failure. */
import { readCommand } from './run-command.ts';

interface LintReport {
  readonly summary: { readonly errors: number; readonly warnings: number; readonly notices: number };
}

const { output } = readCommand('web-ext', ['lint', '--source-dir', 'dist/firefox', '--output', 'json']);
const { errors, warnings, notices } = readSummary(output);
console.log(`web-ext lint: ${errors} errors, ${warnings} warnings, ${notices} notices`);
if (errors + warnings + notices > 0) {
  console.error(output);
  process.exitCode = 1;
}

function readSummary(text: string): LintReport['summary'] {
  const start = text.indexOf('{');
  if (start < 0) throw new Error(`web-ext lint printed no report:\n${text}`);
  return (JSON.parse(text.slice(start)) as LintReport).summary;
}
