import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser loads before the reader sees or pays for anything, in bytes as gzip packs them (DESIGN.md section 5). */
const budgets: readonly { entry: string; loadedBy: string; bytes: number }[] = [
  { entry: 'src/content.iife.js', loadedBy: 'every page', bytes: 30_000 },
  { entry: 'src/library.html', loadedBy: 'whoever opens the library', bytes: 120_000 },
];

/** One line for each entry under `dist/` whose scripts are larger than its budget, or that is not there. */
export function checkSizes(dist: string): string[] {
  return ['chrome', 'firefox'].flatMap((browser) =>
    budgets.flatMap(({ entry, loadedBy, bytes }) => {
      const file = path.join(dist, browser, entry);
      if (!existsSync(file))
        return `${browser}: ${entry} is missing: its size cannot be held against its budget.`;
      const loaded = gzippedBytes(file, path.join(dist, browser));
      return loaded > bytes
        ? `${browser}: ${entry}, loaded by ${loadedBy}, has ${loaded} bytes with what it imports; its budget is ${bytes}.`
        : [];
    }),
  );
}

/** An HTML page's scripts or one script, with everything that they import at once; what is imported later is not counted. */
function gzippedBytes(entry: string, root: string): number {
  const files = new Set<string>();
  const waiting = entry.endsWith('.html') ? scriptsOf(entry, root) : [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    waiting.push(...importsOf(file));
  }
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

function scriptsOf(page: string, root: string): string[] {
  const html = readFileSync(page, 'utf8');
  return [...html.matchAll(/<script[^>]+src="\/?([^"]+)"/g)].map(([, name = '']) => path.join(root, name));
}

/** Minified modules name what they import right behind `from` or `import`, in quotation marks. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)].map(([, name = '']) =>
    path.join(path.dirname(file), name),
  );
}
