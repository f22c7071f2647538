import type { ExportedState } from '../../../src/settings/export/export-file.ts';

/** Nothing chosen, nothing imported, nothing kept. */
export const emptyState: ExportedState = {
  settings: {},
  damaged: [],
  packs: [],
  kept: { stories: [], articles: [] },
};
