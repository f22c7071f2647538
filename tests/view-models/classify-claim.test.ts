import { describe, expect, it } from 'vitest';
import type { Cues } from '../../src/knowledge/pack-schema.ts';
import { classifyClaim, compileCues, readSentences } from '../../src/view-models/classify-claim.ts';

const ibmLetter: Cues = {
  says: [{ all: [['IBM'], ['letter', 'wrote'], ['Monday']], none: ['Tuesday'], within: 'sentence' }],
  otherwise: [{ all: [['IBM'], ['Tuesday']], within: 'two-sentences' }],
  touches: [['IBM'], ['letter*']],
};

const cases: { case: string; blocks: string[]; verdict: string; passage?: string }[] = [
  {
    case: 'a pattern met within one sentence makes the claim',
    blocks: ['Nothing here.', 'IBM sent its letter on Monday. More.'],
    verdict: 'says',
    passage: 'IBM sent its letter on Monday.',
  },
  {
    case: 'a refusing word undoes the pattern',
    blocks: ['IBM wrote on Monday, not Tuesday.'],
    verdict: 'says-otherwise',
  },
  {
    case: 'a pattern of two sentences reaches into the next',
    blocks: ['IBM is leaving the business. It said so on Tuesday.'],
    verdict: 'says-otherwise',
    passage: 'IBM is leaving the business. It said so on Tuesday.',
  },
  {
    case: 'it does not reach across blocks',
    blocks: ['IBM is leaving.', 'It said so on Tuesday.'],
    verdict: 'not-found',
  },
  {
    case: 'a block that only touches the matter is unclear',
    blocks: ['IBM published letters.'],
    verdict: 'unclear',
  },
  {
    case: 'touching words in two blocks are not found',
    blocks: ['IBM left.', 'A letter came.'],
    verdict: 'not-found',
  },
  { case: 'an empty page makes nothing', blocks: [], verdict: 'not-found' },
  {
    case: 'no-break spaces and curly marks do not hide words',
    blocks: ['“IBM wrote on\u00a0Monday.”'],
    verdict: 'says',
  },
];

describe('classifyClaim', () => {
  it.each(cases)('$case', ({ blocks, verdict, passage }) => {
    const classification = classifyClaim(readSentences(blocks), compileCues(ibmLetter));
    expect(classification.verdict).toBe(verdict);
    if (passage) expect(classification).toMatchObject({ passage });
  });

  it('finds nothing unclear where a claim has no touching words', () => {
    const cues = compileCues({ says: [], otherwise: [], touches: [] });
    expect(classifyClaim(readSentences(['Anything at all.']), cues).verdict).toBe('not-found');
  });
});
