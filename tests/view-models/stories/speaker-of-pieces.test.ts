import { expect, test } from 'vitest';
import type { Quotation } from '../../../src/stories/text/article.ts';
import { nameSpeaker } from '../../../src/view-models/stories/speaker-of-pieces.ts';

const saidBy = (text: string, fullName?: string): Quotation => ({
  ...{ start: 0, end: 9, text: 'It closed', kind: 'speech', continuesPrevious: false, isNested: false },
  speaker: { start: 10, end: 20, text, isCertain: fullName !== undefined, ...(fullName && { fullName }) },
});

test('the fullest of the names of one person is certain', () => {
  const quotations = [saidBy('Lee', 'Lee'), saidBy('Mayor Ann Lee', 'Ann Lee'), saidBy('she', 'Ann Lee')];
  expect(nameSpeaker(quotations)).toEqual({ name: 'Ann Lee', isCertain: true });
});

test('where sources name two people, nobody is certain: the first is shown as printed', () => {
  const quotations = [saidBy('Lee', 'Ann Lee'), saidBy('Montgomery', 'Christopher Montgomery')];
  expect(nameSpeaker(quotations)).toEqual({ name: 'Lee', isCertain: false });
  expect(nameSpeaker(quotations.toReversed())).toEqual({ name: 'Montgomery', isCertain: false });
});
