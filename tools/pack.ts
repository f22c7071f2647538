/**
 * `npm run pack -- init DIR`, `check DIR`, `build DIR -o FILE.sidelight.json`: makes, checks and builds a pack of one's own.
 * `docs/packs.md` is the guide that goes with it.
 */
import { runPackCommand } from './pack/run-pack-command.ts';
import { tellRefusals } from './refusal.ts';

// npm runs its scripts in the project's folder, and tells where the author stood.
const startFolder = process.env.INIT_CWD ?? process.cwd();

await tellRefusals(() => runPackCommand(process.argv.slice(2), startFolder));
