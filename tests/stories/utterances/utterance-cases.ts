import type { Relation } from '../../../src/stories/utterances/compare-printings.ts';

/** Two articles that each print a quotation; null if these are two utterances. */
export interface UtteranceCase {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly is: Relation | null;
  /** The words that reverse the meaning; none if the meaning is the same. */
  readonly turns?: readonly string[];
}

const bridge = 'We will close the old bridge on Monday because two of its five cables have rusted through';
const said = (words: string) => `The mayor spoke in the town hall. “${words},” Ann Lee said.`;
const wrote = (words: string) => `Readers asked again on Friday. Ann Lee wrote: "${words}."`;
const put = (name: string, from: string, to: string, ...turns: string[]): UtteranceCase => {
  if (!bridge.includes(from)) throw new Error(`"${from}" was not said.`);
  return { name, a: said(bridge), b: wrote(bridge.replace(from, to)), is: 'changed', turns };
};

export const relationCases: readonly UtteranceCase[] = [
  {
    name: 'other marks, case and punctuation',
    a: said(bridge),
    b: wrote(bridge.replace('on Monday ', 'on Monday, ')),
    is: 'identical',
  },
  {
    name: 'a hyphen',
    a: said('It was a one-time tax filing rule'),
    b: wrote('It was a one time tax-filing rule'),
    is: 'identical',
  },
  {
    name: 'a letter that the outlet put',
    a: said(bridge),
    b: wrote(`[W]${bridge.slice(1)}`),
    is: 'identical',
  },
  {
    name: 'a run of the words',
    a: said(bridge),
    b: wrote('two of its five cables have rusted through'),
    is: 'cut',
  },
  {
    name: 'two words that a verdict is',
    a: 'He pleaded “not guilty” at noon.',
    b: 'The plea was "not guilty," the clerk said.',
    is: 'identical',
  },
  {
    name: 'the words of a cover',
    a: 'Below it stood “The Queen of Rage.”',
    b: 'They called her "THE QUEEN OF RAGE" in print.',
    is: 'identical',
  },
  {
    name: 'an omission that is shown',
    a: said(bridge),
    b: wrote('We will close the old bridge … because two of its five cables have rusted through'),
    is: 'cut',
  },
  {
    name: 'omissions on both sides',
    a: said('We will close the old bridge … because two of its five cables have rusted through'),
    b: wrote('We will close the old bridge on Monday because two of its … cables have rusted through'),
    is: 'overlap',
  },
  {
    name: 'words left out without a sign',
    a: said(bridge),
    b: wrote('We will close the bridge on Monday because two of its five cables have rusted through'),
    is: 'changed',
  },
  {
    name: 'a sentence left out without a sign',
    a: said('Come to the harbor at noon. Bring boots and gloves. We start with the nets'),
    b: wrote('Come to the harbor at noon. We start with the nets'),
    is: 'changed',
  },
  {
    name: 'each runs on',
    a: said('The cables have rusted through. We will close the old bridge on Monday'),
    b: wrote('We will close the old bridge on Monday. Buses will go by the ferry'),
    is: 'overlap',
  },
  {
    name: 'a contraction',
    a: said('We are asking the council to open up the harbor'),
    b: wrote("We're asking the council to open up the harbor"),
    is: 'changed',
  },
  {
    name: 'a small word',
    a: said(bridge),
    b: wrote(bridge.replace('have rusted', 'had rusted')),
    is: 'changed',
  },
  {
    name: 'another number format',
    a: said('There is a two-in-three chance that the ferry sails'),
    b: wrote('There is a 2 in 3 chance that the ferry sails'),
    is: 'changed',
  },
  {
    name: 'another spelling of a name',
    a: said('We asked Colonel Gadhafi to open the harbor for the ferries'),
    b: wrote('We asked Colonel Qaddafi to open the harbor for the ferries'),
    is: 'changed',
  },
  put('a number', 'two', 'three', 'number'),
  put('a day', 'on Monday', 'on Friday', 'time'),
  put('a negation', 'will close', 'will not close', 'negation'),
  put('a modal verb', 'will close', 'may close', 'modal'),
  put('a modal phrase', 'will close', 'have to close', 'modal'),
  put('a direction', 'close', 'open', 'direction'),
  {
    name: 'a unit',
    a: said('The repair of the bridge will take six weeks and not a day more'),
    b: wrote('The repair of the bridge will take six months and not a day more'),
    is: 'changed',
    turns: ['unit'],
  },
  {
    name: 'a currency',
    a: said('The repair of the bridge will cost the town $5 million'),
    b: wrote('The repair of the bridge will cost the town €5 million'),
    is: 'changed',
    turns: ['unit'],
  },
  {
    name: 'a time',
    a: said('We closed the bridge before the storm took the ferry'),
    b: wrote('We closed the bridge after the storm took the ferry'),
    is: 'changed',
    turns: ['time'],
  },
  {
    name: 'a name left out',
    a: said('I hope that she joins Paul Adams, Mary Olsen and most of the council in this'),
    b: wrote('I hope that she joins Paul Adams and most of the council in this'),
    is: 'changed',
    turns: ['name'],
  },
  {
    name: 'a name of an enumeration left out',
    a: said('I hope that Paul Adams and Mary Olsen of the council will join us in this'),
    b: wrote('I hope that Paul Adams of the council will join us in this'),
    is: 'changed',
    turns: ['name'],
  },
  {
    name: 'a place left out, and a clause shortened',
    a: said('I will stand between us and the council that will come into Aberford in the spring'),
    b: wrote('I will stand between us and the council coming in the spring'),
    is: 'changed',
  },
  {
    name: 'another title before a name',
    a: said('We asked President Olsen to open the harbor for the ferries'),
    b: wrote('We asked Mr. Olsen to open the harbor for the ferries'),
    is: 'changed',
  },
  {
    name: 'initials for a name',
    a: said('It is time that the United Nations opens the harbor for the ferries'),
    b: wrote('It is time that the U.N. opens the harbor for the ferries'),
    is: 'changed',
  },
  {
    name: 'other initials',
    a: said('It is time that the United Nations opens the harbor for the ferries'),
    b: wrote('It is time that the E.U. opens the harbor for the ferries'),
    is: 'changed',
    turns: ['name'],
  },
  {
    name: 'another form of a name',
    a: said('We will not wait until the Russian harbor is open for the ferries'),
    b: wrote("We will not wait until Russia's harbor is open for the ferries"),
    is: 'changed',
  },
  {
    name: 'two names that begin alike',
    a: said('We will not wait until all of Austria is open for the trains'),
    b: wrote('We will not wait until all of Australia is open for the trains'),
    is: 'changed',
    turns: ['name'],
  },
  {
    name: 'another word for nobody',
    a: said('The bridge has been closed and no one has told us why'),
    b: wrote('The bridge has been closed and nobody has told us why'),
    is: 'changed',
  },
  {
    name: 'a negation of the sentence before',
    a: '“The law does not harm you,” Ann Lee said. “And it will not be used to harm the harbor,” she added.',
    b: wrote('And it will not be used to harm the harbor'),
    is: 'identical',
  },
  {
    name: 'a negation that the outlet prints nearer',
    a: said('We write to say that we will not vote to go forward with any item until the harbor is open'),
    b: 'Ann Lee wrote that they would not go forward with “any item until the harbor is open.”',
    is: 'cut',
  },
  {
    name: 'two sentences joined, and one between them left out',
    a: '“I went too far and I was wrong,” Ann Lee said.',
    b: '“I went too far. I made a mistake and I was wrong,” Ann Lee said.',
    is: 'changed',
  },
  {
    name: 'words of a speaker whom a rule only presumes',
    a: 'Ann Lee called the children rude, wrote that they should “stand like you deserve respect, not a place on the pier,” and left.',
    b: '“Rise to it. Stand like you deserve respect … And never shout on the pier,” added Ann Lee.',
    is: 'overlap',
  },
  {
    name: 'words of a speaker for whom a pronoun stands',
    a: 'Mr. Paul Olsen woke his troops.\n\n“I would say that the town could lose, and I’m being myself, frank,” he said.',
    b: '“I’m being myself -- frank. We’ve got work to do,” Paul Olsen said.',
    is: 'overlap',
  },
  {
    name: 'two words of what somebody said',
    a: 'Ann Lee called it a “historic challenge” for the town.',
    b: said('To take that message to the harbor is something that is a historic challenge'),
    is: 'cut',
  },
  {
    name: 'a word with a small one',
    a: 'Ann Lee said that he had dishonored “her family” then.',
    b: said('I think he dishonored himself, and I think he dishonored her family'),
    is: 'cut',
  },
  {
    name: 'words in capitals',
    a: said('This is the GREATEST BRIDGE in the land and they want to close it'),
    b: 'Ann Lee wrote of “the GREATEST BRIDGE in the land” again.',
    is: 'cut',
  },
  {
    name: 'German',
    a: 'Er sagte: „Wir müssen die alte Brücke am Montag schließen.“',
    b: '„Wir müssen die alte Brücke am Freitag schließen“, sagte er.',
    is: 'changed',
    turns: ['time'],
  },
  {
    name: 'French',
    a: 'Elle a dit : « Nous allons fermer le vieux pont pendant trois semaines. »',
    b: '« Nous allons fermer le vieux pont pendant trois mois », a-t-elle dit.',
    is: 'changed',
    turns: ['unit'],
  },
  {
    name: 'Spanish',
    a: 'Dijo: «Vamos a cerrar el viejo puente durante tres semanas».',
    b: 'Dijo: “Vamos a cerrar el viejo puente durante tres semanas”.',
    is: 'identical',
  },
];

export const insertionCases: readonly UtteranceCase[] = [
  {
    name: 'a title before a name',
    a: said('I completely disagree with Olsen’s view of the harbor'),
    b: wrote('I completely disagree with Representative Olsen’s view of the harbor'),
    is: 'changed',
  },
  {
    name: 'what the outlet put in',
    a: said('[Mayor Ann] Lee’s war on rust'),
    b: wrote('As long as I live, I will end Lee’s war on rust'),
    is: 'changed',
  },
  {
    name: 'what both outlets put in',
    a: said('They [the council] want to close the harbor'),
    b: wrote('They [the council] want to close the harbor'),
    is: 'identical',
  },
  {
    name: 'small words behind an omission',
    a: said('as favor or reward for any political work or for the support of a candidate in the spring'),
    b: wrote(
      'Who promises a post to any person as favor or reward for any political work … or in connection with an election … pays',
    ),
    is: 'overlap',
  },
];

export const apartCases: readonly UtteranceCase[] = [
  {
    name: 'a term that only one of them uses as one',
    a: 'They want to repeal the “wait and do not ask” policy.',
    b: 'Many in the navy dislike “wait and do not ask.”',
    is: null,
  },
  {
    name: 'a programme',
    a: 'He spoke on “Face the Town.”',
    b: 'She was the host of “Face the Town,” which ended.',
    is: null,
  },
  {
    name: 'a refrain',
    a: said('You might say that the bridge can wait. I do not think it can wait'),
    b: wrote('You might say that the ferry is enough. I do not think that is so'),
    is: null,
  },
  {
    name: 'neighbouring sentences',
    a: said('A bridge that can carry the trams of this town, and the children who walk to school'),
    b: wrote('A bridge that can bring the two shores together'),
    is: null,
  },
  {
    name: 'a stock phrase',
    a: 'Paul Adams said: “This bill will help to put the people of our town back to work.”',
    b: 'The rest was “not putting people back to work,” Ann Lee said.',
    is: null,
  },
  {
    name: 'the name of an office',
    a: said('The boy who was stopped there is now the mayor of the City of Aberford'),
    b: wrote('I am the mayor of the City of Aberford'),
    is: null,
  },
  {
    name: 'an echo by another speaker',
    a: '“Freedom means freedom for everyone,” Mary Olsen said.',
    b: '“I think that freedom means freedom for everyone,” Paul Adams said.',
    is: null,
  },
  {
    name: 'two words of two people, by rules that are not certain',
    a: 'Paul Adams called the complaint “without merit” on Monday.',
    b: 'The complaint is “without merit,” according to Mary Olsen of Aberford.',
    is: null,
  },
  {
    name: 'a slogan',
    a: said('We will make the harbor shine again'),
    b: 'Some wore “Make The Harbor Shine Again” hats.',
    is: null,
  },
  {
    name: 'a policy',
    a: 'They want to repeal the “wait and do not ask” policy.',
    b: 'The bill ends the “wait and do not ask” rule of the navy.',
    is: null,
  },
  {
    name: 'what another repeats',
    a: 'Paul Adams said the mayor is “a thief and a liar” on Monday.',
    b: '“I never called the mayor ‘a thief and a liar’ at all,” Mary Olsen said.',
    is: null,
  },
  {
    name: 'a sentence like it',
    a: said('I went too far and I was wrong'),
    b: wrote('I went way too far'),
    is: null,
  },
  {
    name: 'the same thought in another order',
    a: said('Our position on the harbor has not changed'),
    b: wrote('The town has not changed its position on the harbor dues'),
    is: null,
  },
];
