import { offerPeer } from '../peer-stage.ts';
import { searchWithAdvancedMark } from '../peers/search-with-advanced-mark.ts';

offerPeer(searchWithAdvancedMark);
