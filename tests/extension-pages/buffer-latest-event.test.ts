import { expect, test } from 'vitest';
import { bufferLatestEvent } from '../../src/extension-pages/buffer-latest-event.ts';

function watchByHand() {
  let notify: (reported: string) => void = () => undefined;
  const watch = bufferLatestEvent<[string]>((onChange) => {
    notify = onChange;
  });
  return { watch, notify: (reported: string) => notify(reported) };
}

test('the last buffered event is delivered to the first subscriber, once', () => {
  const { watch, notify } = watchByHand();
  notify('an older one');
  notify('the last');
  const first: string[] = [];
  const second: string[] = [];
  watch((reported) => first.push(reported));
  watch((reported) => second.push(reported));
  expect({ first, second }).toEqual({ first: ['the last'], second: [] });
});

test('who listens hears every change from then on, and nothing where nothing has changed', () => {
  const { watch, notify } = watchByHand();
  const received: string[] = [];
  watch((reported) => received.push(reported));
  expect(received).toEqual([]);
  notify('one');
  notify('two');
  expect(received).toEqual(['one', 'two']);
});
