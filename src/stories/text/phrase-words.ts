import { notGivenNames } from '../../matching/names/given-name.ts';
import { calendar } from '../../matching/text/calendar.ts';

/** The closed classes of words that delimit noun phrases and names. */
export const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const pronouns = listOf('he she they it we i you');
export const determiners = listOf(
  'the a an one another his her their its our my this that these those some many several few two three four five six both ' +
    'other all most no each every any',
);
/** Words that may come between the subject and its verb, besides adverbs in -ly and verbs in -n't. */
export const beforeVerb = listOf(
  'also has had have later then once again often further earlier even still just never always ' +
    'would will did does soon first himself herself themselves itself now too sometimes since already only have been ' +
    'ever could can may might must',
);
/** Words that end a noun phrase on its right. "of" and "for" do not: "a spokesman for the company". */
export const afterPhrase = listOf(
  'who whom whose which that in on at during after before when while as to about from because by via last this earlier later ' +
    'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight afterward afterwards through if upon ' +
    'outside inside following amid referring then recently shortly is was were are has had have and but or so though ' +
    'although where during late early there here again just not',
);
/** Words before which a noun phrase does not extend. */
export const beforePhrase = listOf(
  'and but as that when while because if where after before though although since or so yet than whether until once what ' +
    'how why which who whom whose then is was were are be been has had have did do said',
);
export const prepositions = listOf(
  'in on at by to from with of for about into over under through during after before against between among like via upon ' +
    'amid despite since until within without near outside inside along across around asked speaking citing responding',
);
export const nameConnectors = listOf('de la von van der den bin ibn al el du dos da di le ben');
export const organisationHeads = listOf(
  'Department Defense Institute Bureau University Bank Ministry House Secretary Center Centre Association Council Committee Union ' +
    'Office Board Church League Court Federation Chamber Society Agency Foundation Coalition Alliance Campaign Americans ' +
    'Citizens Organization Commission Congress Parliament Museum College School Academy Republic Kingdom Bishop Archbishop ' +
    'Director Minister Attorneys Conference Daughters Sons Fund Group Party Project Partnership Women Veterans Families',
);
const organisationWord =
  /^(?:News|Times|Post|Inc\.?|Corp\.?|Co\.|LLC|Company|Service|Services|Police|Administration|Authority|Corporation)$/;
/** Whether a word of a name shows that it is no person's. */
export function isOrganisationWord(word: string): boolean {
  return organisationHeads.has(word) || organisationWord.test(word);
}
/** Whether a name has a word that shows that it is no person's. */
export function isOrganisation(name: string): boolean {
  return name.split(/\s+/).some(isOrganisationWord);
}
/** Titles and offices before a name. */
export const titles = listOf(
  'President Senator Sen. Sens. Rep. Reps. Representative Gov. Governor Lt. Mayor Judge Justice Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Prof. ' +
    'Professor Sir Dame Lord Lady Pope Cardinal Bishop Archbishop Father Rev. Reverend Rabbi Imam Sheriff Sgt. Capt. Col. Gen. ' +
    'Maj. Cpl. Adm. Cmdr. General Colonel Captain Major Admiral Lieutenant Sergeant Officer Detective Secretary Leader ' +
    'Minister Chancellor King Queen Prince Princess Ambassador Attorney Congressman Congresswoman Speaker Commissioner ' +
    'Chairman Chairwoman Director Councilman Councilwoman Assemblyman Assemblywoman Counsel Chief Presidents Senators Representatives Governors Mayors Ministers Justices Judges President-elect Premier',
);
/** Capitalised words that are not names: the calendar, nationalities, members of parties, faiths. */
export const calendarAndPeoples: ReadonlySet<string> = new Set([
  ...calendar,
  ...listOf(
    'american americans republican republicans democrat democrats democratic gop european europeans ' +
      'british french german germans russian russians chinese japanese israeli israelis iranian mexican ' +
      'mexicans canadian english spanish italian syrian iraqi afghan african asian hispanic hispanics ' +
      'latino latinos muslim muslims islamic christian christians jewish jews catholic catholics arab ' +
      'arabs western eastern southern northern independent independents tea united sept oct nov dec jan ' +
      'feb',
  ),
]);
/** First words of places: what follows is not a surname. */
export const placeBeginnings = listOf(
  'north south east west central new san santa los las fort mount lake saint cape port upper lower middle great el',
);
export const timeNoun =
  /^(?:day|week|month|year|morning|afternoon|evening|night|moment|time|hour|hours|minutes|days|weeks|months|years|weekend)$/i;

/** "The", "In", "Meanwhile": capitalised only at the start of a sentence. */
export function isFunctionWord(printed: string): boolean {
  const word = printed.replace(/[’'](?:s|re|ll|ve|d|m|t)$/, '');
  const small = word.toLowerCase();
  return (
    (notGivenNames.has(word) && word !== 'New' && word !== 'Former' && word !== 'Second') ||
    pronouns.has(small) ||
    (determiners.has(small) && word !== 'A.')
  );
}
