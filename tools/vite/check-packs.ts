import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { formatProblem } from '../command-line/describe-in-english.ts';
import { checkPackFolder } from '../knowledge-checks/check-pack.ts';

/**
 * Fails the build if a built-in pack is invalid, with file, path inside it, reason and remedy: at run time the reader
 * could not fix it.
 */
export function checkPacks(knowledgeFolder: string): Plugin {
  return {
    name: 'sidelight:packs',
    async buildStart() {
      const messages: string[] = [];
      for (const name of readdirSync(knowledgeFolder)) {
        const folder = join(knowledgeFolder, name);
        if (!existsSync(join(folder, 'pack.json'))) continue;
        const { problems } = await checkPackFolder(folder, undefined, true);
        for (const problem of problems) messages.push(`${name}/${formatProblem(problem)}`);
      }
      if (messages.length > 0) {
        this.error(`The packs in ${knowledgeFolder} cannot be built in:\n\n${messages.join('\n\n')}`);
      }
    },
  };
}
