/**
 * `npm run pack -- init DIR`, `draft ARTICLES -o DIR`, `check DIR`, `build DIR -o FILE.sidelight.json`: makes, drafts, checks and builds a pack of
 * one's own.
 * `docs/packs.md` is the guide that goes with it.
 */

import { reportCliErrors } from './command-line/cli-error.ts';
import { startFolder } from './command-line/start-folder.ts';
import { runPackCommand } from './pack/run-pack-command.ts';

await reportCliErrors(() => runPackCommand(process.argv.slice(2), startFolder()));
