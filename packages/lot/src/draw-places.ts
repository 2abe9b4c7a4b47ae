import { digestOf } from './lot.js';

/** Who wants a place: one person, or a party that comes together or not at all. */
export type Entry = {
  readonly id: string;
  /** How many places it needs, from 1. */
  readonly size: number;
  /** How often it is in the drum, from 1: twice as many tickets, twice the chance to come before another entry. */
  readonly tickets: number;
};

/** What is drawn for. */
export type Drum = {
  readonly entries: readonly Entry[];
  readonly places: number;
  /** Committed to before entry opened, revealed after the draw. */
  readonly seed: string;
};

/** Where an entry came in the draw. */
export type DrawnEntry = {
  readonly id: string;
  /** Its smallest ticket, which put it here. */
  readonly number: string;
  readonly isPlaced: boolean;
};

/** Entries that cannot be drawn from. */
export class InvalidEntriesError extends Error {
  override readonly name = 'InvalidEntriesError';
}

/**
 * Puts the entries in the order of their smallest ticket and gives out places in that order: a party that no longer fits
 * waits whole, and those behind it may still fit. Tickets depend on the seed and on the closed list of entries, so nobody,
 * not even who chose the seed, could know the result before entry closed. The same drum always gives the same result,
 * whatever order the entries are in. Throws `InvalidEntriesError`.
 */
export function drawPlaces({ entries, places, seed }: Drum): readonly DrawnEntry[] {
  requireDrawable(entries, places);
  const list = digestOf(
    entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ id, size, tickets }) => [id, size, tickets]),
  );
  const drawn = entries
    .map((entry) => ({ ...entry, number: smallestTicket(entry, [seed, list]) }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  let free = places;
  return drawn.map(({ id, size, number }) => {
    const isPlaced = size <= free;
    if (isPlaced) free -= size;
    return { id, number, isPlaced };
  });
}

function smallestTicket({ id, tickets }: Entry, of: readonly string[]): string {
  const numbers = Array.from({ length: tickets }, (_, ticket) => digestOf(['ticket', ...of, id, ticket]));
  return numbers.reduce((smallest, one) => (one < smallest ? one : smallest));
}

/** More tickets than anybody needs: a bound on the work that one entry can make. */
const mostTickets = 100;

function requireDrawable(entries: readonly Entry[], places: number): void {
  const isWhole = (number: number, from: number): boolean => Number.isInteger(number) && number >= from;
  if (!isWhole(places, 0)) throw new InvalidEntriesError('Places are a whole number.');
  if (new Set(entries.map(({ id }) => id)).size !== entries.length)
    throw new InvalidEntriesError('An entry is in the list twice.');
  if (!entries.every(({ size, tickets }) => isWhole(size, 1) && isWhole(tickets, 1) && tickets <= mostTickets))
    throw new InvalidEntriesError(`An entry needs a whole number of places and 1 to ${mostTickets} tickets.`);
}
