import { makeCardServices } from '../extension-pages/card-services.ts';
import { connectBox } from '../extension-pages/connect-box.ts';
import { CardPage } from '../ui/card/card-page.tsx';

// Opened by anything but the box of a page of ours it stays empty: nobody knows its token, and without one it asks for nothing.
const token = location.hash.slice(1);
if (window.parent !== window && /^[0-9a-f]{32}$/.test(token)) {
  const card = new CardPage(document, makeCardServices(), (listener) => connectBox(token, listener));
  void card.begin();
}
