/** `npm run knowledge:schema`: writes the JSON Schemas for editors, from the one schema in TypeScript. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Pack, packFiles } from '../src/knowledge/pack-schema.ts';
import { projectRoot } from './command-line/run-command.ts';
import { formatJson } from './knowledge-checks/check-form.ts';

const schemaFolder = path.join(projectRoot, 'assets/knowledge/schema');

/** File name to content. `whole-pack` is for a pack in a single file, as the options page imports it. */
export function makePackSchemas(): Record<string, string> {
  const schemas: Record<string, string> = {};
  for (const [name, schema] of Object.entries({
    ...packFiles,
    'whole-pack': Pack,
  })) {
    // JSON Schema has no separate check that 2020-02-30 is not a day: the pattern stays, the run-time check does the
    // rest.
    const json = toJsonSchema(schema, { ignoreActions: ['check'] });
    schemas[`${name}.schema.json`] = formatJson(json);
  }
  return schemas;
}

/** Names of the published schemas that differ from the TypeScript schema. */
export async function listStaleSchemas(folder = schemaFolder): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, content] of Object.entries(makePackSchemas())) {
    const published = await readFile(path.join(folder, name), 'utf8').catch(() => '');
    if (published !== content) stale.push(name);
  }
  return stale;
}

async function main(): Promise<void> {
  await mkdir(schemaFolder, { recursive: true });
  for (const [name, content] of Object.entries(makePackSchemas())) {
    await writeFile(path.join(schemaFolder, name), content);
  }
  console.log(`Wrote the pack's JSON Schemas to ${path.relative(projectRoot, schemaFolder)}.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
