import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { Entity, Name } from '../../src/knowledge/pack-schema.ts';
import type { PackToCheck } from './pack-to-check.ts';

interface Claimant {
  readonly entity: Entity;
  readonly index: number;
  readonly name: Name;
}

/**
 * A name shared by several entities needs rules that tell them apart: all but one of them carry a `needs`. Two `exact`
 * names that differ in case are two names.
 */
export function checkNames({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const byName = new Map<string, Claimant[]>();
  for (const entity of pack.entities) {
    for (const [index, name] of entity.names.entries()) {
      const key = foldName(name.text);
      byName.set(key, [...(byName.get(key) ?? []), { entity, index, name }]);
    }
  }

  const problems: DescribedProblem[] = [];
  for (const claimants of byName.values()) {
    for (const [i, later] of claimants.entries()) {
      const rival = claimants.slice(0, i).find((earlier) => collide(earlier, later));
      if (rival === undefined) continue;
      const who = rival.entity === later.entity ? 'this entity itself' : `"${rival.entity.id}"`;
      problems.push({
        file: fileOf('entities', later.entity.id),
        path: `entities[${later.entity.id}].names[${later.index}]`,
        reason: `The name "${later.name.text}" is also claimed by ${who}, and no rule says which one a page means.`,
        remedy:
          'Remove the name from one of the two, or give one of them a "needs" rule with the words around it.',
      });
    }
  }
  return problems;
}

function collide(a: Claimant, b: Claimant): boolean {
  const areBothExact = a.name.case === 'exact' && b.name.case === 'exact';
  if (areBothExact && a.name.text !== b.name.text) return false;
  if (a.entity === b.entity) return JSON.stringify(a.name) === JSON.stringify(b.name);
  return !a.name.needs && !b.name.needs;
}

function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, "'")
    .replace(/[\s-]+/g, ' ')
    .toLowerCase();
}
