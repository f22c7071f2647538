import { findUnsafeCharacter } from '../../knowledge/unsafe-text.ts';

/** Whether a pack may hold this text of an article: something can be seen in it, nothing hides in it, and no letter of it was lost. */
export function fitsPack(text: string, maxLength: number): boolean {
  return (
    text.length <= maxLength &&
    /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u.test(text) &&
    findUnsafeCharacter(text) === undefined &&
    !text.includes('\ufffd')
  );
}
