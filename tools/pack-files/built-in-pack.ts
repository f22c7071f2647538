import { join } from 'node:path';
import { projectRoot } from '../command-line/run-command.ts';

export const builtInPackFolder = join(projectRoot, 'assets/knowledge/facial-recognition');
