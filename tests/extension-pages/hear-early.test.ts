import { expect, test } from 'vitest';
import { hearEarly } from '../../src/extension-pages/hear-early.ts';

function watchByHand() {
  let tell: (told: string) => void = () => undefined;
  const watch = hearEarly<[string]>((onChange) => {
    tell = onChange;
  });
  return { watch, tell: (told: string) => tell(told) };
}

test('the last change that nobody heard is told to the first who listens, once', () => {
  const { watch, tell } = watchByHand();
  tell('an older one');
  tell('the last');
  const first: string[] = [];
  const second: string[] = [];
  watch((told) => first.push(told));
  watch((told) => second.push(told));
  expect({ first, second }).toEqual({ first: ['the last'], second: [] });
});

test('who listens hears every change from then on, and nothing where nothing has changed', () => {
  const { watch, tell } = watchByHand();
  const heard: string[] = [];
  watch((told) => heard.push(told));
  expect(heard).toEqual([]);
  tell('one');
  tell('two');
  expect(heard).toEqual(['one', 'two']);
});
