/**
 * `npm run pack -- init DIR`, `check DIR`, `build DIR -o FILE.sidelight.json`: makes, checks and builds a pack of one's own.
 * `docs/packs.md` is the guide that goes with it.
 */
import { runPackCommand } from './pack/run-pack-command.ts';
import { tellRefusals } from './refusal.ts';
import { startFolder } from './start-folder.ts';

await tellRefusals(() => runPackCommand(process.argv.slice(2), startFolder()));
