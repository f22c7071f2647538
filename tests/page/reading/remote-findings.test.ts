import { describe, expect, test } from 'vitest';
import type { NumberedText } from '../../../src/matching/document-matcher.ts';
import type { TextAnswer, TextMessage } from '../../../src/matching/document-store.ts';
import { RemoteFindings } from '../../../src/page/reading/remote-findings.ts';

const known: TextAnswer = { isKnown: true, findings: [] };
const unknown: TextAnswer = { isKnown: false, findings: [] };
const block = (id: number, length = 10): NumberedText => ({ id, text: 'x'.repeat(length) });

/** A background with the given answers, and otherwise known findings. */
function prepare() {
  const sent: TextMessage[] = [];
  const answers: (TextAnswer | Error | (() => void))[] = [];
  const controller = new AbortController();
  const findings = new RemoteFindings(async (message) => {
    sent.push(message);
    const answer = answers.shift() ?? known;
    if (answer instanceof Error) throw answer;
    if (typeof answer !== 'function') return answer;
    answer();
    return known;
  }, controller.signal);
  return { sent, answers, controller, findings };
}

/** The ids in each message, with the message's number. */
const shape = (sent: readonly TextMessage[]) =>
  sent.map(({ number, added }) => [number, ...added.map(({ id }) => id)]);

describe('a page sends the background', () => {
  test('all of its text first, then what changes; numbers count on within one reading', async () => {
    const { sent, findings } = prepare();
    const all = [block(0), block(1)];
    expect(await findings.update([], all, () => all)).toEqual({ isWhole: true, findings: [] });
    expect(await findings.update([0], [block(2)], () => [])).toEqual({ isWhole: false, findings: [] });
    expect(await findings.update([], [], () => [])).toEqual({ isWhole: false, findings: [] });
    expect(shape(sent)).toEqual([[0, 0, 1], [1, 2], [2]]);
    expect(sent[1]?.removed).toEqual([0]);
    expect(new Set(sent.map(({ reading }) => reading)).size).toBe(1);
  });

  test('long texts in pieces, of which the last asks for the answer; a long block is not cut', async () => {
    const { sent, findings } = prepare();
    const all = [block(0, 150_000), block(1, 100_000), block(2, 90_000), block(3, 900_000), block(4)];
    await findings.update([], all, () => all);
    expect(shape(sent)).toEqual([
      [0, 0],
      [1, 1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(sent.map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
    // Removed blocks are reported once.
    await findings.update([0, 1], [block(5, 200_000), block(6)], () => []);
    expect(sent.slice(4).map(({ removed }) => removed.length)).toEqual([2, 0]);
  });

  test('all of its text again, as it is by then, where the background has forgotten it: at a change and between two pieces', async () => {
    const { sent, answers, findings } = prepare();
    await findings.update([], [block(0)], () => [block(0)]);
    answers.push(unknown);
    const all = [block(1), block(2, 200_000), block(3)];
    expect((await findings.update([0], [block(1)], () => all)).isWhole).toBe(true);
    answers.push(known, unknown);
    await findings.update([], [block(4, 200_000), block(5)], () => all);
    expect(shape(sent)).toEqual([
      [0, 0],
      [1, 1],
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    const readings = sent.map(({ reading }) => reading);
    expect(new Set(readings).size).toBe(3);
    expect(readings[2]).not.toBe(readings[1]);
  });

  test('no more than three times in a row, and everything at the next call', async () => {
    const { sent, answers, findings } = prepare();
    const all = [block(0), block(1)];
    answers.push(unknown, unknown, unknown);
    await expect(findings.update([], all, () => all)).rejects.toThrow('does not keep');
    expect(sent.length).toBe(3);
    expect((await findings.update([], [], () => all)).isWhole).toBe(true);
    expect(shape(sent).at(-1)).toEqual([0, 0, 1]);
  });

  test('everything at the next call if one message got no answer: it may not have arrived', async () => {
    const { sent, answers, findings } = prepare();
    const all = [block(0), block(1)];
    await findings.update([], all, () => all);
    answers.push(new Error('Out of reach.'));
    await expect(findings.update([0], [], () => [block(1)])).rejects.toThrow('Out of reach.');
    expect((await findings.update([], [], () => [block(1)])).isWhole).toBe(true);
    expect(shape(sent).at(-1)).toEqual([0, 1]);
    expect(sent.at(-1)?.reading).not.toBe(sent[0]?.reading);
  });

  test('nothing more once it is stopped', async () => {
    const { sent, answers, controller, findings } = prepare();
    const all = [block(0, 200_000), block(1, 200_000), block(2)];
    answers.push(() => controller.abort());
    await findings.update([], all, () => all);
    expect(shape(sent)).toEqual([[0, 0]]);
  });
});
