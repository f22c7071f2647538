import type { CardPort, CardRequest } from './card-port.ts';

/** The same card, which also tells by what each opening was brought about. */
export function tellOpened(card: CardPort, onOpened: (openedBy: CardRequest['openedBy']) => void): CardPort {
  return {
    prepare: (subject) => card.prepare(subject),
    open(request) {
      onOpened(request.openedBy);
      card.open(request);
    },
    applyAppearance: (appearance) => card.applyAppearance(appearance),
    close: () => card.close(),
    withdraw: () => card.withdraw(),
    get isOpen() {
      return card.isOpen;
    },
    contains: (event) => card.contains(event),
  };
}
