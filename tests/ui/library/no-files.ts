import type { FileServices } from '../../../src/ui/library/files/open-file.tsx';

/** A library in which no file can be opened, and no story is kept. */
export const noFiles: FileServices = {
  readFile: () => Promise.reject(new Error('No file can be opened here.')),
  keepText: () => Promise.reject(new Error('Nothing can be kept here.')),
  listStories: async () => [],
  isPersistent: async () => true,
};
