import { offerPeer } from '../peer-stage.ts';
import { searchWithRegExp } from '../peers/search-with-regexp.ts';

offerPeer(searchWithRegExp);
