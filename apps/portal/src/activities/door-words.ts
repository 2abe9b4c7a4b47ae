import { words as ofDoor } from '../door/words.js';
import { words as ofPlans } from '../venues/words.js';
import { words as ofPlaces } from './words.js';

/** The words of keeping a door: of passes and scans, of places, and of closing the list. */
export const words = [ofDoor, ofPlaces, ofPlans];
