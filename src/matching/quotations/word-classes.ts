/** Words on which page and statement must agree, and words that are not content. All folded: lower case, no marks. */

export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those i me my we us our ours you your he him his she her hers it its they them their theirs ' +
    'who whom whose which what where when why how and or but nor so if then than as at by for from in into of on onto off ' +
    'out over under up down to with within about after before between during through until upon also too very just only ' +
    'even still yet more most less least much many some any all both each every other another such same own here there ' +
    'be have do said say while because since though although again once s t re ve ll d m mr ms mrs dr'
  ).split(' '),
);

const numberWords: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '00',
  thousand: '000',
  million: '000000',
  billion: '000000000',
  dozen: '12',
  // Values of their own: "dozens of departments" are not twelve.
  hundreds: '00s',
  thousands: '000s',
  millions: '000000s',
  billions: '000000000s',
  dozens: '12s',
  half: '1/2',
  halve: '1/2',
  twice: '2x',
  double: '2x',
  triple: '3x',
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
};

/** Numbers that are also verbs: "doubled". The others would match other words' forms. */
const inflectedNumbers = 'half halve double triple'.split(' ');

/**
 * The value by which two spellings of a number agree ("two", "2"), or undefined if the word is not a number.
 * @param stem from `stemOf`
 */
export function numberValue(word: string, stem: string): string | undefined {
  if (/^\d/.test(word)) return word.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
  if (Object.hasOwn(numberWords, word)) return numberWords[word];
  return numbersByStem.get(stem);
}

/**
 * German, Spanish and French ones are left out if English has the word in another sense: "sin" and
 * "personne"; so is "ne", which accompanies "pas".
 */
const negations: ReadonlySet<string> = new Set(
  (
    'not no never none nothing nobody nowhere neither nor without hardly barely ' +
    'nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder ohne ' +
    'nunca jamas tampoco nada nadie ningun ninguna ninguno pas jamais aucun aucune rien sans'
  ).split(' '),
);

/**
 * Whether a word negates; verbs in all their forms ("refused" like "refuse").
 * @param stem from `stemOf`
 */
export function isNegation(word: string, stem: string): boolean {
  return negations.has(word) || negatingStems.has(stem);
}

/** Modal verbs by force: tense may change in indirect speech ("will" to "would"), force may not. */
const modalForces: Readonly<Record<string, string>> = {
  will: 'will',
  would: 'will',
  shall: 'will',
  can: 'can',
  could: 'can',
  may: 'may',
  might: 'may',
  must: 'must',
  should: 'should',
  ought: 'should',
};

/**
 * How strongly a modal verb binds (`must`, `may`), one word for all its forms; undefined for any other word.
 * @param word in lower case
 */
export function modalForce(word: string): string | undefined {
  return Object.hasOwn(modalForces, word) ? modalForces[word] : undefined;
}

const irregular: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  am: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  doing: 'do',
  took: 'take',
  taken: 'take',
  gave: 'give',
  given: 'give',
  got: 'get',
  gotten: 'get',
  came: 'come',
  made: 'make',
  went: 'go',
  gone: 'go',
  knew: 'know',
  known: 'know',
  saw: 'see',
  seen: 'see',
  led: 'lead',
  left: 'leave',
  sold: 'sell',
  told: 'tell',
  thought: 'think',
  found: 'find',
  began: 'begin',
  begun: 'begin',
  chose: 'choose',
  chosen: 'choose',
  held: 'hold',
  kept: 'keep',
  met: 'meet',
  paid: 'pay',
  built: 'build',
  spoke: 'speak',
  children: 'child',
  people: 'people',
  men: 'man',
  women: 'woman',
  wrote: 'write',
  written: 'write',
  stood: 'stand',
  stopped: 'stop',
  became: 'become',
  brought: 'bring',
  bought: 'buy',
  ran: 'run',
  drew: 'draw',
  fell: 'fall',
  said: 'say',
  heard: 'hear',
  lost: 'lose',
  won: 'win',
  sent: 'send',
  spent: 'spend',
  felt: 'feel',
  meant: 'mean',
  sought: 'seek',
  fought: 'fight',
  ate: 'eat',
};

/** A rough stem of a word, on which tense, plural and possessive agree. */
export function stemOf(word: string): string {
  const regular = (Object.hasOwn(irregular, word) ? irregular[word] : undefined) ?? word;
  if (regular.length < 4) return regular;
  const stem = regular
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=.{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=.{3})e$/, '');
  // "stopped" is "stopp" by now; "will" and "pass" have a double letter themselves and stay equal on both
  // sides.
  return stem.replace(/([bdgmnprt])\1$/, '$1');
}

const negatingStems: ReadonlySet<string> = new Set('fail refuse deny'.split(' ').map(stemOf));
const numbersByStem: ReadonlyMap<string, string> = new Map(
  inflectedNumbers.map((word) => [stemOf(word), numberWords[word] as string]),
);
const stopStems: ReadonlySet<string> = new Set([...stopWords].map(stemOf));

/**
 * Whether a word is a stop word in any of its forms.
 * @param stem from `stemOf`
 */
export function isStopWord(word: string, stem: string): boolean {
  return stopWords.has(word) || stopStems.has(stem);
}
