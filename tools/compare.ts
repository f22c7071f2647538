/**
 * `npm run -s compare -- FILE... [--json]`: what several articles on one event quote and say, side by side. See
 * `docs/stories.md`.
 */

import { reportCliErrors } from './command-line/cli-error.ts';
import { startFolder } from './command-line/start-folder.ts';
import { runCompareCommand } from './compare/run-compare-command.ts';

// A reader such as `head` may close the pipe early; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await reportCliErrors(() => runCompareCommand(process.argv.slice(2), startFolder()));
