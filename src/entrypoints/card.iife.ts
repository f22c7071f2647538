import { makeCardServices } from '../extension-pages/card-services.ts';
import { connectBox } from '../extension-pages/connect-box.ts';
import { CardPage } from '../ui/card/card-page.tsx';

// Stays empty if anything but the box in one of our pages opened it: only the box knows the token, and without a token
// the card requests nothing.
const token = location.hash.slice(1);
if (window.parent !== window && /^[0-9a-f]{32}$/.test(token)) {
  const card = new CardPage(document, makeCardServices(token), (listener) => connectBox(token, listener));
  void card.begin();
}
