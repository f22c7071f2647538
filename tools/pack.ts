/**
 * `npm run pack -- init DIR`, `check DIR`, `build DIR -o FILE.sidelight.json`: makes, checks and builds a pack of one's own.
 * `docs/packs.md` is the guide that goes with it.
 */

import { tellRefusals } from './command-line/refusal.ts';
import { startFolder } from './command-line/start-folder.ts';
import { runPackCommand } from './pack/run-pack-command.ts';

await tellRefusals(() => runPackCommand(process.argv.slice(2), startFolder()));
