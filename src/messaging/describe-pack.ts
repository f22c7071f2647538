import type { DetailedPack, EntityNames, EntityOverview, PackOverview } from '../contracts/messages.ts';
import { lookUpPack } from '../knowledge/look-up-pack.ts';
import { countPack } from '../knowledge/pack-preview.ts';
import type { Pack } from '../knowledge/pack-schema.ts';
import { refOf, splitRef } from '../knowledge/qualify-pack.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import { toBase64 } from './base64.ts';

/** A pack as options and toolbar list it. */
export function describePack(pack: Pack): PackOverview {
  return {
    id: pack.id,
    title: pack.title,
    knownTo: pack.knownTo,
    topics: pack.topics.map(({ id, title, color, onByDefault }) => ({
      ref: refOf(pack.id, id),
      title,
      color,
      onByDefault,
      entityCount: pack.entities.filter(({ topic }) => topic === id).length,
    })),
  };
}

/** A pack as shown before and after importing it. */
export function detailPack(pack: Pack): DetailedPack {
  const { version, language, licence, origin } = pack;
  return {
    ...describePack(pack),
    ...{ version, language, licence, counts: countPack(pack) },
    ...(origin && { origin }),
  };
}

/** A pack as its file's text; null for none. */
export function writePackText(pack: Pack | undefined): string | null {
  return pack ? JSON.stringify(pack) : null;
}

/** Titles and topics of the entities that one of the packs knows, in the requested order. */
export function describeEntities(packs: readonly Pack[], refs: readonly string[]): EntityOverview[] {
  const byPack = new Map(packs.map((pack) => [pack.id, lookUpPack(pack)]));
  return refs.flatMap((ref) => {
    const { packId, id } = splitRef(ref);
    const pack = byPack.get(packId);
    const entity = pack?.entity(id);
    const topic = pack?.topic(entity?.topic ?? '');
    if (entity === undefined || topic === undefined) return [];
    return [{ ref, title: entity.title, topicTitle: topic.title, color: topic.color }];
  });
}

/** Every entity of the packs with its names. */
export function listEntityNames(packs: readonly Pack[]): EntityNames[] {
  return packs.flatMap(({ id: packId, entities }) =>
    entities.map(({ id, title, topic, names }) => ({
      ref: refOf(packId, id),
      title,
      topic: refOf(packId, topic),
      names: names.map((name) => name.text),
    })),
  );
}

/** The built-in pack, for comparison when another is imported. */
export function describeBuiltIn({ pack, compiled }: { pack: Pack; compiled: CompiledPack }): {
  pack: DetailedPack;
  names: string;
} {
  return { pack: detailPack(pack), names: toBase64(compiled.names) };
}
