import { offerPeer } from '../peer-stage.ts';
import { searchWithAhoCorasick } from '../peers/search-with-ahocorasick.ts';

offerPeer(searchWithAhoCorasick);
