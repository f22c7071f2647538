/**
 * Runs a TypeScript tool before dependencies may be installed: `node tools/bootstrap.mjs tools/start.ts …`. Plain
 * JavaScript, because Node 20 does not run TypeScript, and the package that does may be missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const projectRoot = join(import.meta.dirname ?? '.', '..');

function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Sidelight's tools need Node 20.19 or later; this is ${process.versions.node}. See https://nodejs.org/.`,
    );
  }
  if (!hasLockedPackages()) installPackages();
  const tool = spawnSync(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  process.exit(tool.status ?? 1);
}

/** Whether node_modules has what package-lock.json lists; npm keeps its own list of what it installed. */
function hasLockedPackages() {
  const installedList = join(projectRoot, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = readPackages(installedList);
  const wanted = Object.entries(readPackages(join(projectRoot, 'package-lock.json')));
  return wanted.every(
    // Optional packages are mostly for other systems; the unnamed one is the project itself.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function readPackages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

/**
 * `npm install`, not `npm ci`, though it also uses the versions in package-lock.json: a lockfile written where another
 * system's optional packages were unavailable lacks them, and then `npm ci` refuses it everywhere.
 */
function installPackages() {
  console.log('Installing the packages that package-lock.json names …');
  // `npm test --silent` passes its silence on to every npm below it, but errors must be visible.
  const options = ['--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const install = spawnSync('npm', ['install', ...options], {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    fail('npm install failed: see its message above. Is the npm registry reachable from here?');
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

main();
