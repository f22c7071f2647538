import type { WordList } from '../text/word-list.ts';
import { rulesOf } from './compiled-rules.ts';
import type { IsExcepted } from './except-names.ts';
import type { NameMatch } from './find-names.ts';
import { findShorterNames } from './find-shorter-names.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { isAccepted, type NameRule, rejectionOf, type Strength, scoreWords, strength } from './name-rule.ts';
import { type BlockContext, contextOf } from './page-context.ts';

/** A block's text with the raw candidates from `findNames`. */
export interface MatchedBlock {
  readonly text: string;
  readonly matches: readonly NameMatch[];
}

/**
 * Where an entity is accepted in one block: offsets and, once requested, the starts of the sentences around
 * them.
 */
interface MentionedInBlock {
  readonly starts: number[];
  sentences?: ReadonlySet<number>;
}

/** By entity and block. */
type Mentioned = Map<string, Map<number, MentionedInBlock>>;

/** One entity's claim to one place, which the words around it do not settle; a mention elsewhere may. */
interface OpenClaim {
  readonly nameId: number;
  readonly rule: NameRule;
  /** Mentions of the claim's own entity count for less if the page has another referent of the name. */
  readonly entity: string;
  readonly unless: Strength;
}

interface Candidate {
  readonly block: number;
  readonly match: NameMatch;
  /** Entities that are not meant here according to the reader, not under a shorter name either. */
  readonly excepted?: readonly string[];
  /** How many longer names were rejected here before. */
  readonly longerCount?: number;
}

/** Nested names are tried in one place, longest first; an honest pack has three or four. */
const maxLonger = 8;

interface RuledCandidate extends Candidate {
  /** The names that no `never` rejects here. */
  readonly nameIds: readonly number[];
}

interface Place extends Candidate {
  readonly claims: readonly OpenClaim[];
}

/**
 * Resolves which candidates are mentions, and of which entity, for a whole page at once.
 *
 * Each claim is judged by its name's rule: `never`, then the words of the sentence, the block, the page.
 * Claims that only another mention can settle are then resolved in rounds, starting from those already
 * accepted, until a round adds nothing: the least fixed point, so that two names can never support each other
 * in a circle. Of several entities that claim one place, the one with the nearest evidence wins; at equal
 * distance the first in the index. But two that have only a mention as evidence (two people of one surname)
 * leave the place unmarked.
 *
 * Cost: a candidate without a rule costs a look at its name. Sentences are split only in blocks with a ruled
 * candidate; the page is read only for rules that need page words and are not settled nearer. A page that
 * grows may be resolved again with the same block objects and the new ones: data about a block is cached as
 * long as the block itself, so the second call costs only the candidates and the new blocks.
 *
 * @param isExcepted matches that the reader reported as wrong; not mentions, nor evidence for another name
 * @returns the mentions of each block in reading order, never overlapping
 */
export function resolveMentions(
  blocks: readonly MatchedBlock[],
  index: NameIndex,
  isExcepted?: IsExcepted,
): Mention[][] {
  return new MentionResolver(blocks, index, isExcepted).resolve();
}

class MentionResolver {
  readonly #blocks: readonly MatchedBlock[];
  readonly #index: NameIndex;
  readonly #isExcepted: IsExcepted | undefined;
  readonly #accepted: Mention[][];
  #open: Place[] = [];
  /** Names of which the page has another referent. */
  readonly #namesWithOtherReferents = new Set<number>();
  readonly #pageAnswers = new Map<WordList, boolean>();

  constructor(blocks: readonly MatchedBlock[], index: NameIndex, isExcepted: IsExcepted | undefined) {
    this.#blocks = blocks;
    this.#index = index;
    this.#isExcepted = isExcepted;
    this.#accepted = blocks.map(() => []);
  }

  resolve(): Mention[][] {
    let candidates: Candidate[] = this.#blocks.flatMap(({ matches }, block) =>
      matches.map((match) => ({ block, match })),
    );
    while (candidates.length > 0) {
      const named = candidates.map((candidate) => this.#withoutExcepted(candidate));
      const isNameless = ({ match }: Candidate) => match.nameIds.length === 0;
      const allowed = this.#refuse(this.#acceptPlainNames(named.filter((one) => !isNameless(one))));
      const refused: Candidate[] = named.filter(isNameless);
      for (const candidate of allowed) {
        if (!this.#score(candidate)) refused.push(candidate);
      }
      this.#settleByMentions();
      // A rejected long name must not hide a shorter one: "2018 MIT Media Lab study" on a page about robots.
      // Open claims are given up only when nothing else is left that might settle them.
      const given = refused.length > 0 ? refused : this.#open.splice(0);
      candidates = given.flatMap((candidate) => this.#findShorter(candidate));
    }
    for (const mentions of this.#accepted) mentions.sort((a, b) => a.start - b.start);
    return this.#accepted;
  }

  #findShorter({ block, match, excepted, longerCount = 0 }: Candidate): Candidate[] {
    if (longerCount === maxLonger) return [];
    const text = this.#blocks[block]?.text ?? '';
    return findShorterNames(text, match, this.#index).map((shorter) => ({
      block,
      match: shorter,
      longerCount: longerCount + 1,
      ...(excepted && { excepted }),
    }));
  }

  #withoutExcepted(candidate: Candidate): Candidate {
    if (this.#isExcepted === undefined) return candidate;
    const { block, match } = candidate;
    const text = this.#blocks[block]?.text ?? '';
    const excepted = new Set(candidate.excepted);
    for (const id of match.nameIds) {
      const name = this.#index.name(id);
      if (this.#isExcepted(text, match, name)) excepted.add(name.entity);
    }
    if (excepted.size === 0) return candidate;
    const nameIds = match.nameIds.filter((id) => !excepted.has(this.#index.name(id).entity));
    return { ...candidate, match: { ...match, nameIds }, excepted: [...excepted] };
  }

  /** @returns the candidates that have a rule */
  #acceptPlainNames(candidates: readonly Candidate[]): Candidate[] {
    const rules = rulesOf(this.#index);
    return candidates.filter(({ block, match }) => {
      if (match.nameIds.some((id) => rules.of(id) !== null)) return true;
      this.#accept(block, match, match.nameIds[0]);
      return false;
    });
  }

  /**
   * Applies every `never` before any words are scored: another referent late on the page counts for its first
   * lines, too.
   */
  #refuse(ruled: readonly Candidate[]): RuledCandidate[] {
    const rules = rulesOf(this.#index);
    const allowed: RuledCandidate[] = [];
    for (const candidate of ruled) {
      const { block, match } = candidate;
      const nameIds = match.nameIds.filter((id) => {
        const rule = rules.of(id);
        if (rule === null) return true;
        const rejection = rejectionOf(rule, this.#context(block), match.start, match.end);
        if (rejection === 'another-bearer') this.#namesWithOtherReferents.add(id);
        return rejection === null;
      });
      allowed.push({ ...candidate, nameIds });
    }
    return allowed;
  }

  /** @returns false if no entity has a claim left, open or met */
  #score({ nameIds, ...candidate }: RuledCandidate): boolean {
    const { block, match } = candidate;
    const rules = rulesOf(this.#index);
    const open: OpenClaim[] = [];
    let best: { id: number; needs: Strength } | null = null;
    for (const id of nameIds) {
      const rule = rules.of(id);
      if (rule === null) {
        best ??= { id, needs: strength.none };
        continue;
      }
      const evidence = scoreWords(rule, this.#context(block), match.start, (list) => this.#pageHas(list));
      const needs = this.#counted(id, rule, evidence.needs);
      if (isAccepted(rule, needs, evidence.unless)) {
        if (best === null || needs > best.needs) best = { id, needs };
      } else if (rule.mentions.length > 0) {
        open.push({
          nameId: id,
          rule,
          entity: this.#index.name(id).entity,
          unless: evidence.unless,
        });
      }
    }
    if (best !== null) this.#accept(block, match, best.id);
    else if (open.length > 0) this.#open.push({ ...candidate, claims: open });
    return best !== null || open.length > 0;
  }

  /**
   * The evidence that counts: if the page has another referent of the surname, only evidence in the same
   * sentence.
   */
  #counted(nameId: number, rule: NameRule, needs: Strength): Strength {
    const isDoubtful =
      this.#namesWithOtherReferents.has(nameId) && rule.mentions.includes(this.#index.name(nameId).entity);
    return isDoubtful && needs < strength.sentence ? strength.none : needs;
  }

  #settleByMentions(): void {
    while (this.#open.length > 0) {
      // A round sees only what earlier rounds accepted, so the order of places within it does not matter.
      const found = this.#findMentioned();
      const settled = new Set<Place>();
      for (const place of this.#open) {
        const nameId = this.#chooseByMentions(place, found);
        if (nameId === null) continue;
        this.#accept(place.block, place.match, nameId);
        settled.add(place);
      }
      if (settled.size === 0) return;
      this.#open = this.#open.filter((place) => !settled.has(place));
    }
  }

  #findMentioned(): Mentioned {
    const found: Mentioned = new Map();
    this.#accepted.forEach((mentions, block) => {
      for (const { entity, start } of mentions) {
        const places = found.get(entity) ?? new Map<number, MentionedInBlock>();
        found.set(entity, places);
        const there = places.get(block);
        if (there === undefined) places.set(block, { starts: [start] });
        else there.starts.push(start);
      }
    });
    return found;
  }

  #chooseByMentions(place: Place, found: Mentioned): number | null {
    let best: OpenClaim | null = null;
    let bestStrength: Strength = strength.none;
    let isContested = false;
    for (const claim of place.claims) {
      const near = this.#counted(claim.nameId, claim.rule, this.#nearestMention(place, claim, found));
      if (near === strength.none || near < claim.unless || near < bestStrength) continue;
      isContested = near === bestStrength && best !== null && best.entity !== claim.entity;
      best = claim;
      bestStrength = near;
    }
    return best === null || isContested ? null : best.nameId;
  }

  #nearestMention(place: Place, claim: OpenClaim, found: Mentioned): Strength {
    let nearest: Strength = strength.none;
    for (const entity of claim.rule.mentions) {
      const places = found.get(entity);
      if (places === undefined) continue;
      const there = places.get(place.block);
      if (there === undefined) {
        nearest = Math.max(nearest, strength.page) as Strength;
        continue;
      }
      const context = this.#context(place.block);
      there.sentences ??= new Set(there.starts.map((start) => context.sentenceStartAt(start)));
      if (there.sentences.has(context.sentenceStartAt(place.match.start))) return strength.sentence;
      nearest = strength.block;
    }
    return nearest;
  }

  #accept(block: number, match: NameMatch, nameId: number | undefined): void {
    if (nameId === undefined) return;
    const { entity, text, topic, show, weight } = this.#index.name(nameId);
    this.#accepted[block]?.push({
      entity,
      name: text,
      topic,
      show,
      weight,
      start: match.start,
      end: match.end,
    });
  }

  #context(block: number): BlockContext {
    return contextOf(this.#blocks[block] as MatchedBlock);
  }

  #pageHas(list: WordList): boolean {
    if (list.length === 0) return false;
    let answer = this.#pageAnswers.get(list);
    if (answer === undefined) {
      answer = this.#blocks.some((block) => contextOf(block).has(list));
      this.#pageAnswers.set(list, answer);
    }
    return answer;
  }
}
