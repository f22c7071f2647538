/**
 * `npm run pack -- init DIR`, `check DIR`, `build DIR -o FILE.sidelight.json`: creates, checks and builds a pack of
 * your own. See the guide in `docs/packs.md`.
 */

import { reportCliErrors } from './command-line/cli-error.ts';
import { startFolder } from './command-line/start-folder.ts';
import { runPackCommand } from './pack/run-pack-command.ts';

await reportCliErrors(() => runPackCommand(process.argv.slice(2), startFolder()));
