import Mark from 'mark.js';
import { offerPeer } from '../peer-stage.ts';

offerPeer((names, found) => {
  new Mark(document.body).mark([...names], {
    accuracy: 'exactly',
    separateWordSearch: false,
    each: (element) => found.push(element.textContent ?? ''),
  });
});
