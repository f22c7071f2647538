import type { NameIndex } from './name-index.ts';
import { compileRule, type NameRule } from './name-rule.ts';

/** The rules of one index, each compiled with the first candidate of its name. */
export class CompiledRules {
  readonly #index: NameIndex;
  readonly #rules = new Map<number, NameRule | null>();

  constructor(index: NameIndex) {
    this.#index = index;
  }

  of(nameId: number): NameRule | null {
    let rule = this.#rules.get(nameId);
    if (rule === undefined) {
      const name = this.#index.name(nameId);
      // A pack refers to its own entities by bare ids; where packs meet, the index uses `pack/id`.
      const pack = name.entity.slice(0, name.entity.indexOf('/') + 1);
      rule = name.rule ? compileRule(name.rule, (id) => (id.includes('/') ? id : pack + id)) : null;
      this.#rules.set(nameId, rule);
    }
    return rule;
  }
}

const compiled = new WeakMap<NameIndex, CompiledRules>();

/** The rules of an index's names, each compiled on first use and kept as long as the index. */
export function rulesOf(index: NameIndex): CompiledRules {
  let rules = compiled.get(index);
  if (rules === undefined) {
    rules = new CompiledRules(index);
    compiled.set(index, rules);
  }
  return rules;
}
