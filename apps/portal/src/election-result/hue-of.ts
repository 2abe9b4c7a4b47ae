import type { CountModel } from './count-model.js';
import type { Holder } from './transfer-layout.js';

const hues = 10;

/** The colour of whoever holds votes, as the styles name it: a number for people, a word for the two who are nobody. */
export function hueOf({ candidates }: CountModel, holder: Holder): string {
  if (holder === undefined) return 'nobody';
  const people = candidates.filter(({ isReopen }) => !isReopen);
  const place = people.findIndex(({ id }) => id === holder);
  return place === -1 ? 'reopen' : String(place % hues);
}
