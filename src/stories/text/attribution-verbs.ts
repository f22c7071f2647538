import { speechVerbs } from '../../matching/text/speech-verbs.ts';

/**
 * Verbs with which articles attribute quotations, in the forms that attributions use: the past, the present,
 * "saying".
 */
export const attributionVerbs: readonly string[] = [
  ...speechVerbs,
  ...(
    'accused acknowledged acknowledges admitted admits advised advises adding announces answered answers asked asks ' +
    'assailed asserted asserts assured barked began begged believes bemoaned blasted boasted bragged charged charges ' +
    'chided clarified commenting complained complains conceded concedes concluded concludes confessed confided confirmed ' +
    'continues contended contends countered cracked cried criticized cautioned cautions declares decried demanded ' +
    'demurred denied denounced described describes disclosed echoed elaborated emphasizes exclaimed explaining ' +
    'exhorted fretted fumed griped implored insists instructed interjected intoned joked jokes joking ' +
    'lamented laments lambasted lectured marveled mused mocked muttered noting objected observes offered opined ' +
    'pleaded pledged pointed posted predicted predicts proclaimed promised promises pronounced proposed protested quoted ' +
    'raged railed ranted reasoned recalled recalls recounted reflected reiterated remarks reminded repeated replies ' +
    'reported reports responds retorted revealed reveals ruled saying scoffed shot shouted shouts sighed ' +
    'slammed snapped speculated stressing suggested suggests summarized surmised telling tells testifies texted thundered ' +
    'tweeting tweets urged urges ventured vowed vows wailed warns warning whispered wondered wonders wrote writing ' +
    'yelled reads mocks issued agreed agrees labeled dubbed condemned praised hailed accuses quotes quoting citing cites'
  ).split(' '),
  'went on',
  'goes on',
];
export const attributionVerbSet: ReadonlySet<string> = new Set(attributionVerbs);
