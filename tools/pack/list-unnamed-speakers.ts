import type { FileOf } from '../../src/knowledge/file-finder.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';

/** A statement of which nobody has said yet who made it. */
export interface UnnamedSpeaker {
  readonly file: string;
  readonly path: string;
  /** What the sources print of who speaks, to the letter; without repetitions. */
  readonly attributions: readonly string[];
}

export function listUnnamedSpeakers({ statements }: Pack, fileOf: FileOf): UnnamedSpeaker[] {
  return statements.flatMap(({ id, speaker, wordings }) => {
    if (speaker !== null) return [];
    const printed = wordings.flatMap(({ attribution }) => (attribution ? [attribution.text] : []));
    return [
      {
        file: fileOf('statements', id),
        path: `statements[${id}].speaker`,
        attributions: [...new Set(printed)],
      },
    ];
  });
}
