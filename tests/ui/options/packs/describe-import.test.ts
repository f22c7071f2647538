import { expect, test } from 'vitest';
import { setLanguage } from '../../../../src/i18n/language.ts';
import { defaultSettings } from '../../../../src/settings/settings.ts';
import { describeImport } from '../../../../src/ui/options/packs/describe-import.ts';

const topic = { ref: 'b/rivers', title: 'Rivers', color: '#1a6fb0', onByDefault: true, entityCount: 2 };
const other = { ...topic, ref: 'b/lakes', title: 'Lakes', onByDefault: false };
const pack = { isEnabled: true, topics: [topic, other] };

test.each([
  ['all of it on', {}, pack, 'Open pages show its marks now, wherever Sidelight is on.'],
  ['Sidelight off', { enabled: false }, pack, 'Sidelight is switched off, so no page shows its marks.'],
  ['the pack off', {}, { ...pack, isEnabled: false }, 'It is switched off, so no page shows its marks.'],
  [
    'its topics off',
    { topics: { 'b/rivers': false } },
    pack,
    'All of its topics are switched off, so no page',
  ],
  ['one of its topics chosen', { topics: { 'b/rivers': false, 'b/lakes': true } }, pack, 'Open pages show'],
  [
    'no topic that is on unless chosen',
    {},
    { ...pack, topics: [other] },
    'All of its topics are switched off',
  ],
  ['another pack’s topic off', { topics: { 'a/rivers': false } }, pack, 'Open pages show its marks now'],
  ['a list that could not be read', {}, undefined, 'Open pages show its marks now'],
])('with %s it is said what open pages show of an imported pack', (_what, chosen, listed, said) => {
  setLanguage('en', ['en']);
  const reported = describeImport('Rivers', listed, { ...defaultSettings, ...chosen });
  expect(reported).toContain(`“Rivers” was imported. ${said}`);
});
