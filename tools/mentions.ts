/**
 * `npm run -s mentions -- FILE... [--topics a,b] [--pack FILE] [--json]`: what a pack finds on pages, with the
 * extension's own matching. Each file (.html or .txt) is one page; `docs/adding.md` shows how editors use it.
 */

import { reportCliErrors } from './command-line/cli-error.ts';
import { startFolder } from './command-line/start-folder.ts';
import { runMentionsCommand } from './mentions/run-mentions-command.ts';

// A reader such as `head` may close the pipe early; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await reportCliErrors(() => runMentionsCommand(process.argv.slice(2), startFolder()));
