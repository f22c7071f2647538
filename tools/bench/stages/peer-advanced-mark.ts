import Mark from 'advanced-mark.js';
import { offerPeer } from '../peer-stage.ts';

offerPeer((names, found) => {
  new Mark(document.body).mark([...names], {
    accuracy: 'exactly',
    separateWordSearch: false,
    each: (element: Element) => found.push(element.textContent ?? ''),
  });
});
