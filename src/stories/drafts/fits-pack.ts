import { findUnsafeCharacter } from '../../knowledge/unsafe-text.ts';

/** Whether an article's text is valid in a pack: visible, without unsafe or replacement characters. */
export function fitsPack(text: string, maxLength: number): boolean {
  return (
    text.length <= maxLength &&
    /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u.test(text) &&
    findUnsafeCharacter(text) === undefined &&
    !text.includes('\ufffd')
  );
}
