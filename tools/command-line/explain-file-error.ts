import { CliError } from './cli-error.ts';

type Doing = 'Reading' | 'Writing';

/** The system's error for a file or folder that cannot be read or written, in plain words. */
export function explainFileError(error: unknown, doing: Doing, place: string): CliError {
  const [reason, remedy] = findExplanation(error, doing);
  return new CliError(`${place}: ${doing} it failed. ${reason}\n    What to do: ${remedy}`);
}

/** Why the file or folder could not be read or written, and what to do: one sentence each. */
export function findExplanation(error: unknown, doing: Doing): Explanation {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = (doing === 'Reading' ? readErrors[code] : undefined) ?? fileErrors[code];
  return known ?? [error instanceof Error ? error.message : String(error), 'Choose another place.'];
}

type Explanation = readonly [reason: string, remedy: string];

const fileErrors: Readonly<Record<string, Explanation>> = {
  EACCES: ['You have no permission there.', 'Choose a folder of your own, or ask for permission.'],
  EPERM: ['The system does not permit it there.', 'Choose a folder of your own, or ask for permission.'],
  EROFS: ['That disk is read-only.', 'Choose a place on another disk.'],
  ENOSPC: ['The disk is full.', 'Free some space, or choose another disk.'],
  ENOENT: ['Its parent folder does not exist.', 'Create that folder first, or correct the path.'],
  ENOTDIR: ['Part of the path is a file, not a folder.', 'Correct the path.'],
  EISDIR: ['It is a folder, but a file is needed.', 'Give the name of a file.'],
  ENAMETOOLONG: ['The name is too long.', 'Choose a shorter one.'],
};

/** Errors whose reason when reading differs from that when writing. */
const readErrors: Readonly<Record<string, Explanation>> = {
  ENOENT: ['There is no such file or folder.', 'Correct the path.'],
  ELOOP: ['It is a link that leads back to itself.', 'Put the file itself there.'],
};
