/// <reference types="vite/client" />
import type { Pack } from '../knowledge/pack-schema.ts';
import { parseBuiltInPack } from '../knowledge/validation/parse-built-in-pack.ts';

/** The pack that comes with Sidelight. */
export function readBuiltInPack(): Pack {
  return parseBuiltInPack(
    import.meta.glob('../../assets/knowledge/facial-recognition/**/*.json', {
      eager: true,
      import: 'default',
    }),
  );
}
