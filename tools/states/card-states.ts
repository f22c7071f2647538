import type { CardRequest } from '../../src/contracts/card-calls.ts';
import { refOf } from '../../src/knowledge/qualify-pack.ts';
import type { QuoteMatch } from '../../src/matching/quotations/quote-match.ts';
import type { CardContent, CardStatement } from '../../src/view-models/card-content.ts';
import { makeCardContent } from '../../src/view-models/make-card-content.ts';
import { orderClaims } from '../../src/view-models/order-claims.ts';
import { builtInPackFolder } from '../pack-files/built-in-pack.ts';
import { loadPack } from '../pack-files/load-pack.ts';

/** One state of the card, as JSON: the request and the answer. */
export interface CardState {
  readonly name: string;
  readonly content: CardContent | 'unknown' | 'failed' | 'coming';
  readonly request: Partial<Pick<CardRequest, 'textOnPage' | 'mention' | 'pageDate' | 'trace'>>;
  /** The answer for related entities instead of their content. */
  readonly related?: 'unknown' | 'failed';
  /** Labels of the buttons to press after the card has opened. */
  readonly press?: readonly string[];
  /** Collapsed parts are expanded, after the presses. */
  readonly isUnfolded?: boolean;
}

const longWord = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2);
const longTitle =
  'Inquiry of the harbour board and the institute of hydrology into the presence of lead, copper and other metals in the drinking water of homes built before 1950 in the row of the tanners, the old harbour and the upper town, 2023–2024';
const mention = { name: 'Rekognition', wordsBeside: { before: 'police use', after: 'in Oregon' } };

/** Every state that a card can be in, made from the built-in pack: real words, at their real lengths. */
export async function listCardStates(): Promise<CardState[]> {
  const { pack } = await loadPack(builtInPackFolder);
  if (!pack) throw new Error('The built-in pack cannot be read: npm run knowledge:check says why.');
  const all = pack.entities.flatMap(({ id }) => makeCardContent(pack, 'entity', refOf(pack.id, id)) ?? []);
  const statements = pack.statements.flatMap(
    ({ id }) => makeCardContent(pack, 'statement', refOf(pack.id, id)) ?? [],
  );
  const find = (title: string) => pick(all, (card) => card.title === title);
  const rich = find('Amazon Rekognition');
  const said = pick(statements, ({ statements: [one] }) => (one?.wordings.length ?? 0) > 2);
  const dated = { textOnPage: 'Rekognition', pageDate: '2020-06-10', mention };
  return [
    { name: 'entity', content: rich, request: dated },
    ...(['Quotes', 'Claims', 'Facts', 'Dates', 'Related'] as const).map((section) => ({
      name: `entity-${section.toLowerCase()}`,
      content: rich,
      request: dated,
      press: [linkTo(section, rich)],
      isUnfolded: true,
    })),
    { name: 'on-a-source', content: { ...rich, page: wordsHere(rich) }, request: dated },
    { name: 'common-name', content: find('Amazon'), request: { textOnPage: 'Amazon' } },
    { name: 'why', content: rich, request: dated, press: ['More', 'Why is this marked?'] },
    { name: 'wrong-match', content: rich, request: dated, press: ['More', 'Wrong match'] },
    { name: 'hidden', content: rich, request: dated, press: ['More', 'Hide this entity'] },
    { name: 'copied', content: rich, request: dated, press: ['More', 'Copy citation'] },
    { name: 'menu', content: rich, request: dated, press: ['More'] },
    {
      name: 'way-back',
      content: rich,
      request: dated,
      press: [linkTo('Related', rich), rich.related[0]?.title ?? ''],
    },
    {
      name: 'way-forth',
      content: rich,
      request: dated,
      press: [linkTo('Related', rich), rich.related[0]?.title ?? '', `Back to ${rich.title}`],
    },
    ...(['unknown', 'failed'] as const).map((related) => ({
      name: `way-${related}`,
      content: rich,
      request: dated,
      related,
      press: [linkTo('Related', rich), rich.related[0]?.title ?? ''],
    })),
    { name: 'no-quotations', content: pick(all, (card) => card.statements.length === 0), request: {} },
    {
      name: 'forty-quotations',
      content: { ...rich, statements: repeat(rich.statements, 40) },
      request: {},
      press: ['Quotes 40', 'Show 37 more'],
    },
    { name: 'one-source', content: pick(all, ({ outletCount }) => outletCount === 1), request: {} },
    {
      name: 'thirty-related',
      content: {
        ...rich,
        summary: '',
        facts: [],
        events: [],
        statements: [],
        positions: [],
        related: repeat(
          all.flatMap(({ related }) => related),
          30,
        ),
      },
      request: {},
      press: ['Related 30'],
    },
    { name: 'long-names', content: lengthen(rich), request: { textOnPage: longWord } },
    {
      name: 'long-names-quotes',
      content: lengthen(rich),
      request: { textOnPage: longWord },
      press: ['Quotes 1'],
      isUnfolded: true,
    },
    { name: 'long-title', content: { ...rich, title: longTitle }, request: dated },
    ...quoteMatchStates(said),
    { name: 'unknown', content: 'unknown', request: { textOnPage: 'Rekognition' } },
    { name: 'failed', content: 'failed', request: { textOnPage: 'Rekognition' } },
    { name: 'coming', content: 'coming', request: { textOnPage: 'Amazon Rekognition' } },
  ];
}

/** The label of a section's link. */
function linkTo(
  section: 'Quotes' | 'Claims' | 'Facts' | 'Dates' | 'Related',
  { statements, positions, facts, events, related }: CardContent,
): string {
  const items = {
    Quotes: statements,
    Claims: orderClaims(positions),
    Facts: facts,
    Dates: events,
    Related: related,
  };
  return `${section} ${items[section].length}`;
}

/** The page as one of the sources, which says otherwise than the others. */
function wordsHere({ positions }: CardContent): NonNullable<CardContent['page']> {
  const [claim] = positions;
  const here = claim?.positions.find(({ stance }) => stance === 'says-otherwise');
  if (!claim || !here)
    throw new Error('No source differs on this card any more: choose another for this state.');
  return {
    source: here.source,
    claims: [{ ref: claim.ref, stances: ['says-otherwise'], words: here.evidence }],
    statements: [],
  };
}

function pick(cards: readonly CardContent[], isMeant: (card: CardContent) => boolean): CardContent {
  const card = cards.find(isMeant);
  if (!card) throw new Error('The built-in pack has no such card any more: choose another for this state.');
  return card;
}

/** `count` members with references of their own. */
function repeat<Member extends { readonly ref: string }>(
  members: readonly Member[],
  count: number,
): Member[] {
  return Array.from({ length: count }, (_, number) => {
    const member = members[number % members.length] as Member;
    return { ...member, ref: `${member.ref}-${number}` };
  });
}

function lengthen(card: CardContent): CardContent {
  const [statement] = card.statements;
  const long: CardStatement[] = statement
    ? [
        {
          ...statement,
          speaker: { text: longWord, role: `${longWord} of everything` },
          wordings: statement.wordings.map((one) => ({
            ...one,
            source: { ...one.source, outlet: longWord },
          })),
        },
      ]
    : [];
  return {
    ...card,
    title: longWord,
    topic: { ...card.topic, title: longWord },
    lead: `${longWord} ${card.lead}`,
    summary: `${longWord} ${card.summary}`,
    statements: long,
    related: card.related.map((one, number) => ({ ...one, title: number === 0 ? longWord : one.title })),
    pack: { ...card.pack, title: longWord },
    names: [longWord],
  };
}

/** What a page makes of the words, by the name of the state. */
const pageQuotations: Readonly<
  Record<string, Pick<QuoteMatch, 'kind'> & { readonly speakerDiffers?: true; print(words: string): string }>
> = {
  verbatim: { kind: 'verbatim', print: (words) => words },
  trimmed: { kind: 'trimmed', print: (words) => words.split(', ')[0] ?? '' },
  similar: { kind: 'similar', print: (words) => words.replace('appropriate', 'suitable') },
  altered: { kind: 'altered', print: (words) => words.replace('one-year', 'five-year') },
  'other-speaker': {
    kind: 'altered',
    speakerDiffers: true,
    print: (words) => words.replace('might', 'might never'),
  },
};

function quoteMatchStates(card: CardContent): CardState[] {
  const words = card.statements[0]?.sentences.findLast((sentence) => sentence !== null) ?? '';
  return Object.entries(pageQuotations).map(([name, { kind, print, speakerDiffers = false }]) => ({
    name: `trace-${name}`,
    content: card,
    request: {
      textOnPage: print(words),
      trace: {
        statement: card.ref,
        kind,
        similarity: 0.9,
        start: 0,
        end: words.length,
        speakerDiffers,
        differences: [],
      },
    },
  }));
}
