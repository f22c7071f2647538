import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real pages beside the project where they are, else the project's own fixtures. */
export function defaultPagesFolder(): string {
  const real = join(root, '../shared/pages');
  return existsSync(real) ? real : join(root, 'tests/fixtures');
}

/** All saved pages under `folder`, in a fixed order; `limit` takes that many, evenly spread. */
export function listPages(folder: string, limit?: number): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html?$/.test(name))
    .sort()
    .map((name) => join(folder, name));
  if (limit === undefined || limit >= files.length) return files;
  return Array.from({ length: limit }, (_, i) => files[Math.floor((i * files.length) / limit)] as string);
}
