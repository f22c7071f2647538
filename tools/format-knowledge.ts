/** `npm run knowledge:format -- [PACK]`: writes every file of a pack in the canonical form. Changes white space only. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatJson } from './knowledge-checks/check-form.ts';
import { loadPack } from './load-pack.ts';
import { formatProblem } from './tell-in-english.ts';

const packPath = process.argv[2] ?? 'assets/knowledge/facial-recognition';
const { rawFiles, files, problems } = await loadPack(packPath);
for (const [name, raw] of Object.entries(rawFiles)) {
  const filePath = path.join(packPath, name);
  // A file that is not JSON is left as it is: there is nothing safe to write.
  if (!(name in files) || formatJson(files[name]) === raw) continue;
  if ((await readFile(filePath, 'utf8')) === raw) await writeFile(filePath, formatJson(files[name]));
  console.log(`Formatted ${name}.`);
}
const unreadable = problems.filter(({ file }) => !(file in files));
for (const problem of unreadable) console.error(formatProblem(problem));
if (unreadable.length > 0) process.exitCode = 1;
