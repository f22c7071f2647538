import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { defaultSettings } from '../../../src/settings/settings.ts';
import optionsStyles from '../../../src/ui/options/options.css?inline';
import { showOptions } from '../../../src/ui/options/options-view.tsx';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';
import { makeEmptyOptions } from './empty-options.ts';

const pack = {
  id: 'test',
  title: 'Test pack',
  knownTo: '2024-06-28',
  topics: [{ ref: 'test/laws', title: 'Laws', color: '#2457a6', onByDefault: true, entityCount: 1 }],
};
const entities = [{ ref: 'test/a', title: 'Act on Études', topic: 'test/laws', names: ['AOE'] }];
const place = document.createElement('div');

afterEach(() => clearSurface(place));

test('what other packs know is asked for again when they come and go: titles, and what can be found', async () => {
  document.body.append(place);
  adoptStyles(optionsStyles);
  let known: typeof entities = [];
  const watchers: (() => void)[] = [];
  const empty = makeEmptyOptions({ ...defaultSettings, hiddenEntities: ['test/a'] });
  showOptions(place, {
    ...empty,
    packs: { ...empty.packs, watch: (onChange) => void watchers.push(onChange) },
    getPacks: async () => [{ ...pack }],
    listEntities: async () => known,
    getEntities: async (refs) => known.filter(({ ref }) => refs.includes(ref)),
  });
  await waitUntil(() => place.querySelector('#topics input'));
  const hidden = () => place.querySelector('.hidden-entities li')?.textContent;
  const found = () => place.querySelectorAll('.found label').length;
  await waitUntil(() => hidden()?.includes('test/a'));
  const search = page.getByLabelText('Find a single entity', { exact: true });
  await search.fill('etudes');
  for (const isKnown of [true, false]) {
    known = isKnown ? entities : [];
    for (const onChange of watchers) onChange();
    await waitUntil(() => hidden()?.includes('Act on Études') === isKnown);
    await waitUntil(() => found() === (isKnown ? 1 : 0));
    // The typed text stays.
    expect((search.element() as HTMLInputElement).value).toBe('etudes');
  }
});
