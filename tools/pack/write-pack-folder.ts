import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { foldWord } from '../../src/knowledge/name-checks/fold-words.ts';
import { articlesFolder, type PackFolder } from '../../src/stories/drafts/make-draft-folder.ts';
import { CliError } from '../command-line/cli-error.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { projectRoot } from '../command-line/run-command.ts';
import { formatJson } from '../knowledge-checks/check-form.ts';

/**
 * Writes a pack to a new folder, all of it or nothing.
 * @throws CliError if the folder exists and is not empty, or cannot be written
 */
export async function writePackFolder(folder: string, { packFiles, otherFiles }: PackFolder): Promise<void> {
  await rejectUsedFolder(folder);
  const files = { ...otherFiles };
  for (const [name, content] of Object.entries(packFiles)) {
    files[name] = formatJson({
      $schema: schemaLink(path.dirname(path.join(folder, name)), name),
      ...content,
    });
  }
  // Beside the folder, so that the last step is a rename within one disk.
  const draft = path.join(path.dirname(folder), `.sidelight-${process.pid}`);
  try {
    await mkdir(draft);
    // The empty folders show where the articles and entities go.
    for (const name of [articlesFolder, 'entities']) await mkdir(path.join(draft, name));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.join(draft, path.dirname(name)), { recursive: true });
      await writeFile(path.join(draft, name), text);
    }
    // Only an empty folder can be there; Windows cannot rename onto any.
    await rmdir(folder).catch(() => undefined);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw explainFileError(error, 'Writing', folder);
  }
}

/** @throws CliError if the folder exists and is not empty */
export async function rejectUsedFolder(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') {
      throw new CliError(
        `${folder}: There is a file of this name, or on the way to it.\n    What to do: Choose another name.`,
      );
    }
    throw explainFileError(error, 'Reading', folder);
  }
  if (names.length === 0) return;
  throw new CliError(
    `${folder}: The folder exists and is not empty; nothing was written.\n    What to do: Choose another name, or empty the folder first.`,
  );
}

/**
 * The relative path from the file to the schemas of this copy of the project, so that an editor finds them.
 */
function schemaLink(fileFolder: string, name: string): string {
  const schema = name.startsWith('entities/') ? 'entities' : name.replace(/\.json$/, '');
  const target = path.join(projectRoot, 'assets/knowledge/schema', `${schema}.schema.json`);
  return path.relative(fileFolder, target).split(path.sep).join('/');
}

/** The folder's name as an id, if it is a valid one. */
export function packIdFor(name: string): string {
  const id = foldWord(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return id === '' ? 'example' : id.replace(/-$/, '');
}
