import type { PackOverview } from '../contracts/messages.ts';
import type { Pack } from '../knowledge/pack-schema.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import { describeBuiltIn, describeEntities, listEntityNames, writePackText } from './describe-pack.ts';
import type { BackgroundHandlers } from './handle-background-calls.ts';

/** Where the packs come from (`background/known-packs.ts`). */
interface PackProvider {
  readonly builtIn: { readonly pack: Pack; readonly compiled: CompiledPack };
  list(): Promise<readonly PackOverview[]>;
  find(id: string): Promise<Pack | undefined>;
  findAll(refs: readonly string[]): Promise<readonly Pack[]>;
  readAll(): Promise<readonly Pack[]>;
}

/** Answers the calls about packs as a whole. */
export function servePackLists(
  packs: PackProvider,
): Pick<BackgroundHandlers, 'getPacks' | 'getBuiltInPack' | 'getPackText' | 'getEntities' | 'listEntities'> {
  return {
    getPacks: async () => [...(await packs.list())],
    getBuiltInPack: () => describeBuiltIn(packs.builtIn),
    getPackText: async (_caller, { id }) => writePackText(await packs.find(id)),
    getEntities: async (_caller, { refs }) => describeEntities(await packs.findAll(refs), refs),
    listEntities: async () => listEntityNames(await packs.readAll()),
  };
}
