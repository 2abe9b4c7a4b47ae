export { drawPlaces, InvalidEntriesError, type DrawnEntry, type Drum, type Entry } from './draw-places.js';
export { commitmentOf, drawOne } from './lot.js';
