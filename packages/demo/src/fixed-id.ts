import type { Id } from '@guildhall/kernel';
import { randomStream } from './random-stream.js';

const demoEpoch = new Date('2024-01-01T00:00:00Z');

/**
 * The id of a row that has a name, such as a demo person or an edge row: the same for every anchor date and size, so that
 * tests and documents can quote it. A version 7 UUID whose time is the demo epoch, not the row's date.
 */
export function fixedId<Kind extends string>(name: string): Id<Kind> {
  return randomStream(`fixed/${name}`).idAt<Kind>(demoEpoch);
}

/** The version 4 id of a named case or referral, the same for every anchor date and size. */
export function fixedRandomId<Kind extends string>(name: string): Id<Kind> {
  return randomStream(`fixed/${name}`).randomId<Kind>();
}
