import { commitmentOf, drawPlaces, InvalidEntriesError } from '@guildhall/lot';

/** What was published of one entry: its random id, its people, its tickets, and what it is said to have drawn. */
export type PublishedEntry = {
  readonly id: string;
  readonly size: number;
  readonly tickets: number;
  readonly number: string;
  readonly isPlaced: boolean;
};

/** What was published of a draw: the commitment before anybody entered, the rest with the result. */
export type PublishedDraw = {
  readonly commitment: string;
  readonly seed: string;
  readonly places: number;
  readonly entries: readonly PublishedEntry[];
};

/** What somebody finds who draws again. */
export type Recount = {
  /** Whether the seed is the one that was committed to, and every entry drew what was published. */
  readonly isEqual: boolean;
  /** Whether the revealed seed fits the commitment. */
  readonly keepsCommitment: boolean;
  /** The entries whose published number, order or place is not what the draw gives. */
  readonly differing: readonly string[];
  /** The ids in the order in which they are drawn; empty when there is nothing to draw from. */
  readonly order: readonly string[];
};

/**
 * Draws again from what was published and compares. It is a pure function of its input, the same in every browser, and
 * asks no server. A list that cannot be drawn from at all is not equal.
 */
export function recountDraw({ commitment, seed, places, entries }: PublishedDraw): Recount {
  const keepsCommitment = commitmentOf(seed) === commitment;
  try {
    const drum = {
      entries: entries.map(({ id, size, tickets }) => ({ id, size, tickets })),
      places,
      seed,
    };
    const drawn = drawPlaces(drum);
    const differing = drawn.flatMap(({ id, number, isPlaced }, rank) => {
      const published = entries[rank];
      const isSame = published?.id === id && published.number === number && published.isPlaced === isPlaced;
      return isSame ? [] : [id];
    });
    const order = drawn.map(({ id }) => id);
    return { isEqual: keepsCommitment && differing.length === 0, keepsCommitment, differing, order };
  } catch (error) {
    if (!(error instanceof InvalidEntriesError)) throw error;
    return { isEqual: false, keepsCommitment, differing: entries.map(({ id }) => id), order: [] };
  }
}
