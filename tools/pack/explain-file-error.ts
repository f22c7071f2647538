import { Refusal } from '../refusal.ts';

/** What the system says when a file or folder cannot be read or written, told for people. */
export function explainFileError(error: unknown, doing: string, place: string): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [reason, remedy] = fileErrors[code] ?? [
    error instanceof Error ? error.message : String(error),
    'Choose another place.',
  ];
  return new Refusal(`${place}: ${doing} it failed. ${reason}\n    What to do: ${remedy}`);
}

const fileErrors: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: ['You have no permission there.', 'Choose a folder of your own, or ask for permission.'],
  EPERM: ['The system does not permit it there.', 'Choose a folder of your own, or ask for permission.'],
  EROFS: ['That disk can only be read.', 'Choose a place on another disk.'],
  ENOSPC: ['The disk is full.', 'Make room, or choose another disk.'],
  ENOENT: ['The folder that should hold it does not exist.', 'Make that folder first, or correct the path.'],
  ENOTDIR: ['A part of the path is a file and no folder.', 'Correct the path.'],
  EISDIR: ['It is a folder, where a file is needed.', 'Give the name of a file.'],
  ENAMETOOLONG: ['The name is too long.', 'Choose a shorter one.'],
};
