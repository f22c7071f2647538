import type { CardBox, CardBoxOptions } from './card-box.ts';

type CreateCardBox = (options: CardBoxOptions) => CardBox;

/** Where the script that follows a page finds the box of cards, which comes as a script of its own (`card-box.iife.ts`; decision 021). */
export const cardBoxKey = Symbol.for('sidelight.card-box');

export function findCardBox(world: object): CreateCardBox | undefined {
  return (world as { [cardBoxKey]?: CreateCardBox })[cardBoxKey];
}
