import { offerPeer } from '../peer-stage.ts';
import { searchWithMark } from '../peers/search-with-mark.ts';

offerPeer((root, names) => searchWithMark(root, names, true));
