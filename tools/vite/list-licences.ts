import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

interface PackageFile {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Licences of packages that may be shipped with an MIT-licensed one, with their text included. */
const accepted = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MPL-2.0']);

/** Adds `licences.txt` to the package: every package whose code may be in it, with its licence's text. */
export function listLicences(projectRoot: string): Plugin {
  return {
    name: 'sidelight:licences',
    generateBundle() {
      const packages = readShippedPackages(projectRoot);
      const sections = packages.map(
        ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`,
      );
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: sections.join(`\n${'-'.repeat(78)}\n\n`),
      });
    },
  };
}

/**
 * The packages under `dependencies` and their dependencies, by name.
 * @throws Error naming the package whose licence is unknown, not accepted, or has no text
 */
export function readShippedPackages(projectRoot: string): ShippedPackage[] {
  const waiting = Object.keys(readPackage(projectRoot).dependencies ?? {});
  const found = new Map<string, ShippedPackage>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const folder = join(projectRoot, 'node_modules', name);
    const { version, license: licence = 'unknown', dependencies = {} } = readPackage(folder);
    if (!accepted.has(licence))
      throw new Error(`${name} ${version} has the licence ${licence}: may it be shipped?`);
    found.set(name, { name, version, licence, text: readLicence(folder, name) });
    waiting.push(...Object.keys(dependencies));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function readPackage(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

function readLicence(folder: string, name: string): string {
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:[.-]|$)/i.test(one));
  if (!file) throw new Error(`${name} comes without the text of its licence.`);
  return readFileSync(join(folder, file), 'utf8');
}
