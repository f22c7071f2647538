import { maxLineLength } from '../../knowledge/pack-limits.ts';
import { visible } from '../../knowledge/pack-schema.ts';
import { findUnsafeCharacter } from '../../knowledge/unsafe-text.ts';

/** Whether an article's text is valid in a pack: visible, without unsafe or replacement characters. */
export function fitsPack(text: string, maxLength: number): boolean {
  return (
    text.length <= maxLength &&
    visible.test(text) &&
    findUnsafeCharacter(text) === undefined &&
    !text.includes('\ufffd')
  );
}

/** The text on one line; empty if it is not valid in a pack. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return fitsPack(line, maxLineLength) ? line : '';
}
