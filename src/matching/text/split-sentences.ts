/** Never the end of a sentence: a name, a number or an example follows. */
const neverLast = new Set(
  (
    'Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Lt Col Gen Capt Cmdr Sgt Maj Pvt Det Insp Supt Hon Rev Fr St Ste Mt Ft ' +
    'No Nos Vol Fig Figs Eq Sec Ch Art Pt pp ed eds cf vs v viz ca approx Atty Dist Asst Assoc Dept Univ ' +
    'e.g i.e E.g I.e z.B bzw ggf usw Nr Bd'
  ).split(' '),
);
/** Ends a sentence only if the next word is one that opens sentences. */
const sometimesLast = new Set(
  (
    'Inc Corp Co Ltd LLC Bros Jr Sr Esq al etc Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec ' +
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn ' +
    'Tex Va Vt Wash Wis Wyo a.m p.m U.S U.K U.N E.U D.C L.A Ph.D B.A M.A N.Y N.J N.H N.M N.C S.C N.D S.D R.I W.Va'
  ).split(' '),
);
const openers = new Set(
  (
    'The A An This That These Those It Its He She They We You I His Her Their Our My In On At By For From With But And Or ' +
    'So If When While As After Before Since Until Although Though However Meanwhile Now Then There Here What Who Why How ' +
    'Where Some Many Most All Both No Not One Two Last Also Yet Still'
  ).split(' '),
);
/** No look-ahead, which would be retried at every dot of a long row of dots. */
const possibleEnd = /[.!?…。！？]+["'”’»)\]]*|\n\s*\n/gu;
const lastWord = /[\p{L}\p{N}][\p{L}\p{N}.]*$/u;
const nextWord = /^[\s"'“‘«([•–—-]*([\p{L}\p{N}]+)/u;

/**
 * Offsets at which the sentences of `text` start, ascending, the first always 0. Own and small code instead
 * of `Intl.Segmenter`, which ends sentences after "Rep." and "U.S." and cannot be configured: one wrong split
 * separates a name from the word that identifies it.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(possibleEnd)) {
    const end = match.index + match[0].length;
    if (/^[.!?…]/u.test(match[0]) && /^\S/u.test(text.slice(end, end + 1))) continue;
    if (
      match[0].startsWith('.') &&
      !endsSentence(text.slice(Math.max(0, match.index - 40), match.index), text.slice(end, end + 60))
    ) {
      continue;
    }
    starts.push(end);
  }
  return starts;
}

/** Whether a full stop after `word` belongs to it: an initial, "Sen", "Ariz". */
export function isAbbreviated(word: string): boolean {
  return neverLast.has(word) || sometimesLast.has(word) || /^\p{Lu}$/u.test(word);
}

function endsSentence(before: string, after: string): boolean {
  const next = nextWord.exec(after)?.[1];
  if (next === undefined) return true;
  // A small letter continues the sentence: "the U.S. government", "at 4 p.m. on Monday".
  if (/^\p{Ll}/u.test(next)) return false;
  const last = lastWord.exec(before)?.[0];
  if (last === undefined) return true;
  if (neverLast.has(last)) return false;
  // A single capital is an initial: "Daniel J. Castro".
  if (/^\p{Lu}$/u.test(last) || sometimesLast.has(last)) return openers.has(next);
  return true;
}

/** The sentence of `text` around offset `at`, from the result of `sentenceStarts` for the same text. */
export function sentenceAround(text: string, starts: readonly number[], at: number): string {
  const number = sentenceNumber(starts, at);
  return text.slice(starts[number], starts[number + 1] ?? text.length);
}

/**
 * Which of the sentences that start at `starts` (ascending) contains offset `at`: the first if it precedes
 * them all.
 */
export function sentenceNumber(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
