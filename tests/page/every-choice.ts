import type { PageChoices } from '../../src/contracts/page-choices.ts';

/** The choices of a reader who wants every mark. */
export const everything: PageChoices = {
  isOn: true,
  colorByTopic: new Map([
    ['test/systems', '#1a6fb0'],
    ['test/audits', '#b01a3c'],
  ]),
  hiddenEntities: new Set(),
  exceptions: [],
  density: 'every',
  extent: 'whole-page',
  highlighter: 'auto',
  hover: { isOn: false, openDelayMs: 300, closeDelayMs: 300 },
  appearance: { theme: 'auto', language: 'en' },
};
