import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { defaultSettings, type MarkStyle } from '../../../src/settings/settings.ts';
import { MarkStyleFields } from '../../../src/ui/options/mark-style-fields.tsx';

let place: HTMLElement;
let style: MarkStyle;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  style = defaultSettings.marks;
  show();
});

afterEach(() => {
  render(null, place);
  place.remove();
});

function show(): void {
  const onChange = (changed: MarkStyle) => {
    style = changed;
    show();
  };
  render(<MarkStyleFields style={style} onChange={onChange} />, place);
}

/** How many looks the marks of the first preview have. */
function countLooks(): number {
  const marks = place.querySelector('.mark-preview')?.shadowRoot?.querySelectorAll('sidelight-mark') ?? [];
  return new Set([...marks].map((mark) => getComputedStyle(mark).textDecoration)).size;
}

const isVariedOffered = () => place.querySelector('input[name="line"][value="varied"]') !== null;

test('topic colours are an option, off at first; they bring lines by topic, and take them with them', async () => {
  const topicColors = page.getByRole('switch', { name: 'Colours by topic' });
  // All mentions alike, a quotation, an altered one.
  await expect.poll(countLooks).toBe(3);
  expect(isVariedOffered()).toBe(false);
  await topicColors.click();
  await expect.poll(countLooks).toBe(11);
  expect([isVariedOffered(), style.usesTopicColors, style.line]).toEqual([true, true, 'varied']);
  await topicColors.click();
  await expect.poll(countLooks).toBe(3);
  expect([isVariedOffered(), style.line]).toEqual([false, 'dotted']);
});

test('a line that is not by topic stays when topic colours go', async () => {
  const topicColors = page.getByRole('switch', { name: 'Colours by topic' });
  await topicColors.click();
  await page.getByRole('radio', { name: 'Solid' }).click();
  await topicColors.click();
  expect([style.usesTopicColors, style.line]).toEqual([false, 'solid']);
});
