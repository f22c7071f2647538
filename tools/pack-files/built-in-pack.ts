import { join } from 'node:path';
import { projectRoot } from './run-command.ts';

export const builtInPackFolder = join(projectRoot, 'assets/knowledge/facial-recognition');
