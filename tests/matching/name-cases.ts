import type { Name } from '../../src/knowledge/pack-schema.ts';

/** What a case must find: the texts as they stand on the page, in order. */
export interface NameCase {
  readonly title: string;
  readonly names: readonly (string | Name)[];
  readonly text: string;
  readonly found: readonly string[];
}

function one(title: string, name: string | Name, text: string, ...found: string[]): NameCase {
  return { title, names: [name], text, found };
}

/** Semantics by example; `docs/matching.md` explains them. `npm run bench:peers` runs other engines over this table. */
export const nameCases: readonly NameCase[] = [
  one('a name as the pack spells it', 'Gender Shades', 'the Gender Shades project', 'Gender Shades'),
  one(
    'a line break and indentation within a name',
    'Gender Shades',
    'Gender\n   Shades',
    'Gender\n   Shades',
  ),
  one('a no-break space', 'Gender Shades', 'Gender\u00a0Shades', 'Gender\u00a0Shades'),
  one('a narrow no-break space', 'Gender Shades', 'Gender\u202fShades', 'Gender\u202fShades'),
  one('a soft hyphen', 'Rekognition', 'Rekog\u00adnition', 'Rekog\u00adnition'),
  one('a zero-width space', 'Rekognition', 'Rekog\u200bnition', 'Rekog\u200bnition'),
  one('a zero-width no-break space', 'Rekognition', 'Rekog\ufeffnition', 'Rekog\ufeffnition'),
  one('words that only a zero-width no-break space parts', 'Gender Shades', 'Gender\ufeffShades'),
  one('curly for straight quotes', "Sheriff's Office", 'the Sheriff’s Office', 'Sheriff’s Office'),
  one('straight for curly quotes', 'Sheriff’s Office', "the Sheriff's Office", "Sheriff's Office"),
  one('any hyphen', 'Allen-Ebrahimian', 'Allen\u2011Ebrahimian', 'Allen\u2011Ebrahimian'),
  one('a dash for a hyphen', 'D-Oregon', 'D–Oregon', 'D–Oregon'),
  one('no diacritics on the page', 'Ángel Díaz', 'said Angel Diaz of', 'Angel Diaz'),
  one('no diacritics in the pack', 'Angel Diaz', 'said Ángel Díaz of', 'Ángel Díaz'),
  one('decomposed letters, the last mark included', 'Dupré', 'Dupre\u0301 said', 'Dupre\u0301'),
  one('full-width letters', 'NIST', 'ＮＩＳＴ', 'ＮＩＳＴ'),
  one('another case', 'Gender Shades', 'GENDER SHADES and gender shades', 'GENDER SHADES', 'gender shades'),
  one('an acronym in its own case only', 'NIST', 'NIST, nist and Nist', 'NIST'),
  one('exact case where the pack asks for it', { text: 'Ring', case: 'exact' }, 'Ring a ring', 'Ring'),
  one(
    'exact case where a name has rules',
    { text: 'Zoom', unless: { sentence: ['lens'] } },
    'Zoom, zoom',
    'Zoom',
  ),
  one('a possessive, which is not part of it', 'Rekognition', 'Rekognition’s accuracy', 'Rekognition'),
  one(
    'a plural, which is part of it',
    'facial recognition system',
    'two facial recognition systems',
    'facial recognition systems',
  ),
  one('a plural in -es', 'face match', 'many face matches', 'face matches'),
  one('an acronym in the plural', 'FRVT', 'two FRVTs', 'FRVTs'),
  one('no plural of a short common word', 'Ring', 'The Lord of the Rings'),
  one('a compound after it', 'Rekognition', 'Rekognition-powered cameras', 'Rekognition'),
  one('a compound before it', 'ICE', 'the anti-ICE protest', 'ICE'),
  one('a compound of two names', 'NEC', 'Tokyo-based NEC', 'NEC'),
  one('in parentheses', 'FRVT', 'the test (FRVT) was', 'FRVT'),
  one('not at the end of a longer word', 'NIST', 'the MNIST digits'),
  one('not in the middle of one', 'Idemia', 'an epidemiamap'),
  one('not at the beginning of one', 'Amazon', 'Amazonas'),
  one('not behind a letter with a diacritic', 'NEC', 'éNEC and NECé'),
  one('not run together', 'Amazon Web Services', 'NewsTechMediaAmazon Web ServicesCNBC'),
  one(
    'between Japanese letters, which know no spaces',
    'Amazon',
    'アマゾン（Amazon）とAmazonの',
    'Amazon',
    'Amazon',
  ),
  one('before a Korean particle', 'NIST', 'NIST는', 'NIST'),
  one('behind the Arabic for "and"', 'Rekognition', 'اشترت الشرطة وRekognition في عام 2017', 'Rekognition'),
  one(
    'behind an Arabic preposition drawn out',
    'Rekognition',
    'تعمل الشرطة بـRekognition اليوم',
    'Rekognition',
  ),
  one(
    'before a Persian plural',
    'Rekognition',
    'از Rekognition\u200cها و Rekognitionها',
    'Rekognition',
    'Rekognition',
  ),
  one('behind a Hebrew preposition', 'Rekognition', 'המשטרה השתמשה בRekognition בשנת 2017', 'Rekognition'),
  one('before a Hindi postposition', 'Rekognition', 'पुलिस ने Rekognitionको खरीदा', 'Rekognition'),
  one('before a Bengali ending', 'Rekognition', 'পুলিশ Rekognitionএর', 'Rekognition'),
  one('before a Tamil ending', 'Rekognition', 'Rekognitionஐ வாங்கியது', 'Rekognition'),
  one('before an Amharic ending', 'Rekognition', 'ፖሊስ Rekognitionን ገዛ', 'Rekognition'),
  one('an Arabic name, whole words only', 'أمازون', 'أمازون وأمازون أمازونية', 'أمازون'),
  one('not before a Cyrillic or a Greek ending, whose letters look like Latin ones', 'NEC', 'NECа NECα'),
  one('a name in a script without spaces', '亚马逊', '在亚马逊公司', '亚马逊'),
  one('a Cyrillic name, whole words only', 'Амазон', 'Амазон и Амазонка', 'Амазон'),
  one('not in a web address', 'Amazon', 'see www.amazon.com or https://x.org/amazon/a'),
  one('not in a handle', 'Amazon', 'follow @amazon'),
  one('not in a file name', 'Rekognition', 'run rekognition.py'),
  one('a company that signs with its address', 'Amazon', 'Amazon.com said', 'Amazon'),
  one('beside a slash', 'Google', 'Google/Amazon', 'Google'),
  {
    title: 'the longest of several',
    names: ['MIT', 'MIT Media Lab'],
    text: 'the MIT Media Lab',
    found: ['MIT Media Lab'],
  },
  { title: 'the leftmost before the longest', names: ['a b', 'b c d'], text: 'a b c d', found: ['a b'] },
  {
    title: 'a longer one that breaks off',
    names: ['Amazon', 'Amazon Web Services'],
    text: 'Amazon Web pages',
    found: ['Amazon'],
  },
  {
    title: 'two in a row',
    names: ['George Floyd', 'NEC'],
    text: 'George Floyd NEC',
    found: ['George Floyd', 'NEC'],
  },
  one('a name that begins with a sign', '.NET', 'the .NET runtime', '.NET'),
  one('a name that ends with a sign', 'Yahoo!', 'at Yahoo! today', 'Yahoo!'),
  one('beyond the basic plane', '𝐀𝐁', 'an AB here', 'AB'),
];
