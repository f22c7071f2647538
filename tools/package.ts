/**
 * `npm run package`: builds both extensions and writes the files for the stores to `out/`: a zip for Chrome, a zip for
 * Firefox (as .xpi, so that Firefox can also install it from disk) and the source archive that Mozilla's reviewers
 * require. The same source gives the same archives, bit for bit; compare them by the printed fingerprints.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { readArguments } from './command-line/read-arguments.ts';
import { projectRoot, runCommand } from './command-line/run-command.ts';
import { listSourceFiles } from './package/list-source-files.ts';
import { readFiles, readFolder } from './package/read-folder.ts';
import { writeZip } from './package/write-zip.ts';

function main(): void {
  readArguments({}, 'Usage: npm run package');
  for (const script of ['build', 'lint:firefox']) {
    if (!runCommand('npm', ['run', '--silent', script])) throw new Error(`npm run ${script} failed.`);
  }
  const { version } = packageJson;
  const archives = {
    [`sidelight-${version}-chrome.zip`]: readFolder(path.join(projectRoot, 'dist/chrome')),
    [`sidelight-${version}-firefox.xpi`]: readFolder(path.join(projectRoot, 'dist/firefox')),
    [`sidelight-${version}-source.zip`]: readFiles(projectRoot, listSourceFiles()),
  };
  const out = path.join(projectRoot, 'out');
  mkdirSync(out, { recursive: true });
  for (const [name, files] of Object.entries(archives)) {
    const archive = writeZip(files);
    writeFileSync(path.join(out, name), archive);
    const fingerprint = createHash('sha256').update(archive).digest('hex');
    console.log(`${fingerprint}  out/${name}  ${Math.round(archive.length / 1000)} kB, ${files.size} files`);
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
