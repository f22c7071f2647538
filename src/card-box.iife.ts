import { CardBox, type CardBoxOptions } from './page/card-box.ts';
import { cardBoxKey } from './page/card-box-port.ts';

Object.defineProperty(globalThis, cardBoxKey, {
  value: (options: CardBoxOptions) => new CardBox(options),
  configurable: true,
});
