import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { countWords, locateWords } from '../../../src/knowledge/text/locate-words.ts';

function wordsOf(text: string): string[] {
  return locateWords(text).map(({ start, end }) => text.slice(start, end));
}

describe('locateWords', () => {
  it.each([
    ['punctuation', 'Well, no – not — yet; (never)! / & * • “so” …', 'Well no not yet never so'],
    ['signs of omission', 'a … b ... c . . . d [...] e […] f (…) g ⋯ h ....', 'a b c d e f g h'],
    ['notes of omission', '水道は（中略）鉛 我们（略）管道 수도[중략]납', '水道 は 鉛 我们 管道 수도 납'],
    ['a first letter put by an outlet', '[W]e said "[t]hat" and [sic]', 'W]e said t]hat and sic'],
    ['words put in by an outlet', 'that [the company] will', 'that the company will'],
    ['French signs, set off', '« Du plomb\u00a0! »\u202f; «\u00a0l’eau\u00a0»\u00a0:', 'Du plomb l’eau'],
    [
      'hyphens and dashes',
      'face-recognition well‑known 2019–2020 no--yes - so-',
      'face-recognition well‑known 2019 2020 no yes so',
    ],
    ['apostrophes', 'it’s don\'t users’ ’em O’Brien’s "l\'eau"', "it’s don't users em O’Brien’s l'eau"],
    ['initials', 'the U.S. and a.m. J.D.Lee', 'the|U.S.|and|a.m.|J.D.|Lee'],
    ['numbers', '1,000.5 and 3rd, 5G, 2½ of 7. 8, IV', '1,000.5|and|3rd|5G|2½|of|7|8|IV'],
    [
      'numbers with narrow spaces',
      '1\u202f000\u202f000 or 12\u00a0345',
      '1\u202f000\u202f000|or|12\u00a0345',
    ],
    ['per cent', '10% or 10 % or 10\u00a0% or ten %', '10%|or|10 %|or|10\u00a0%|or|ten|%'],
    ['money', '$5 US$5m 5\u00a0€ and 5 $10 notes', '$5|US$5m|5\u00a0€|and|5|$10|notes'],
    ['note numbers', 'the policy.² of Marsh³', 'the policy of Marsh'],
    ['emoji', 'no 🙂 👩‍👩‍👧 way', 'no way'],
    ['combining marks', 'cafe\u0301 na\u0308ive', 'cafe\u0301 na\u0308ive'],
    ['soft hyphens and joiners', 'hy\u00adphen می\u200cخواهم', 'hy\u00adphen می\u200cخواهم'],
    ['Japanese', '水道。「東京」、鉛！', '水道 東京 鉛'],
    ['Chinese', '我们，管道……中国', '我们 管道 中国'],
    ['Thai', 'และ เรา', 'และ เรา'],
    ['scripts in one run', 'PFASと水道3月12日', 'PFAS と 水道 3 月 12 日'],
    ['kana as they are written', 'ガラス ｶﾞﾗｽ', 'ガラス ｶﾞﾗｽ'],
    ['Korean, which has spaces', '수도관에서 납이', '수도관에서 납이'],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words.split(words.includes('|') ? '|' : ' '));
  });

  it.each([
    ['Japanese', '港町水道委員会は市内の水道管を管理している'],
    ['Chinese', '我们发现了铅并且将在春季之前更换所有管道'],
    ['Thai', 'เราพบตะกั่วในน้ำและเราจะเปลี่ยนท่อทั้งหมด'],
    ['Lao', 'ພວກເຮົາພົບສານຕະກົ່ວ'],
    ['Khmer', 'យើងបានរកឃើញសំណនៅក្នុងទឹក'],
    ['Burmese', 'ကျွန်ုပ်တို့တွေ့ရှိခဲ့သည်'],
  ])('parts %s, and loses no letter of it', (_, text) => {
    expect(countWords(text)).toBeGreaterThan(2);
    expect(wordsOf(text).join('')).toBe(text);
  });

  it('counts offsets in the whole text where it reads a part', () => {
    const text = 'Früher: 水道 und “so” weiter';
    const from = text.indexOf('水');
    expect(locateWords(text, from, text.indexOf('weiter')).map(({ start }) => start)).toEqual(
      ['水', 'und', 'so'].map((word) => text.indexOf(word)),
    );
    expect(countWords('… [...] — «\u00a0» ???')).toBe(0);
  });

  it('every letter is in exactly one word, whatever the text', () => {
    const part = fc.constantFrom(
      ...['水道', 'ガ', 'とも', 'ไทย', 'ၾ', 'word', 'U.S.', '’', '…', '. . .', '\u00ad', '\u0301', '\u3099'],
      ...['3', ',', '.', '%', '$', '€', ' ', '\u00a0', '\u202f', '🙂', '\ud83d', '《', '²', 'é', '한국', '٣'],
    );
    const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        const words = locateWords(whole);
        let at = 0;
        for (const { start, end } of words) {
          expect(whole.slice(at, start)).not.toMatch(/\p{L}|\p{Nd}|%/u);
          expect(whole.slice(start, end)).toMatch(/\p{L}|\p{N}|%/u);
          at = end;
        }
        expect(whole.slice(at)).not.toMatch(/\p{L}|\p{Nd}|%/u);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a run of letters without a space is parted stretch by stretch, each letter once', () => {
  const run = '我们对每个人说'.repeat(3_000);
  const words = locateWords(run);
  expect(words.map(({ start, end }) => run.slice(start, end)).join('')).toBe(run);
  // Far from the limits of a chunk, the words are those of a shorter text.
  expect(words.slice(0, 30)).toEqual(locateWords(run.slice(0, 400)).slice(0, 30));
  const pairs = '𠮷'.repeat(2_000);
  expect(locateWords(pairs).every(({ start, end }) => (end - start) % 2 === 0)).toBe(true);
});

test('the dictionary is never given more than a stretch of a run', () => {
  const longest = { length: 0 };
  const segment = Intl.Segmenter.prototype.segment;
  const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (
    this: Intl.Segmenter,
    text,
  ) {
    longest.length = Math.max(longest.length, text.length);
    return segment.call(this, text);
  });
  locateWords(`${'中'.repeat(20_000)} ${'あ'.repeat(20_000)}`);
  spy.mockRestore();
  expect(longest.length).toBeGreaterThan(0);
  expect(longest.length).toBeLessThan(600);
});
