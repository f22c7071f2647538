import { createRandom } from './random.ts';

/** Syllables of English-looking proper names; with the plain words below, a name may also consist of common words. */
const onsets = 'B Br C Ch Cl D Dr F Fl G Gr H J K L M N P Pr R S Sh St T Th Tr V W Z'.split(' ');
const middles =
  'a al an ar as e el en er es i il in ir is o ol on or os u ul un ur ea ee ai oa ou and ell enn ick olb'.split(
    ' ',
  );
const endings =
  'by croft d der field ford gan ham hurst k ker land ley lin man more n ner ns ridge s sen shaw son stead ster ston t ton ville well worth'.split(
    ' ',
  );
/** Words found in every English text and in the names of many organisations: a fair set must contain them. */
const plainWords =
  'Academy Action Alliance American Analytics Bank Bay Black Blue Bridge Bureau Capital Center Central City Civil Coast Commission Council County Court Data Defense Digital East Energy First Forest Forum Foundation Free Fund Future General Global Gold Green Group Health Hill House Institute International Investment Justice King Lake Law Liberty Light Market Media Mountain National New North Ocean Office Open Pacific Park Police Power Press Project Public Red Research Rights River Rock School Science Security Service Social Society South Star State Stone Street Summit Sun System Technology Times Trust Union United University Valley Water West White Wood World York'.split(
    ' ',
  );

/** `count` distinct names of two or three capitalised words; the same for the same seed. */
export function extraNames(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string;
  const word = () =>
    random() < 0.25 ? pick(plainWords) : pick(onsets) + pick(middles) + (random() < 0.7 ? pick(endings) : '');
  const names = new Set<string>();
  while (names.size < count) {
    const length = random() < 0.6 ? 2 : 3;
    names.add(Array.from({ length }, word).join(' '));
  }
  return [...names];
}
