/** The languages a copy and a preview can be read in. */
export type ReadingLanguage = 'en' | 'zh-CN';

/** One sentence or title in every language people read it in. */
export type ReadingWords = Readonly<Record<ReadingLanguage, string>>;

/** What erasure does to the rows of a section: nothing is left, they stay without a person and without words, or they stay as they are. */
export type ErasureFate = 'ERASED' | 'PSEUDONYMISED' | 'KEPT';

/**
 * One kind of thing that a service keeps about a member: how a copy of it is read and what erasure does to it. The
 * sections of a service together are its row of the retention table; a test compares their tables with the database.
 * In each statement `$1` is the id of the member.
 */
export type PersonalSection = {
  /** A stable name inside its service, in camelCase; part of the documented format of a copy. */
  readonly name: string;
  readonly title: ReadingWords;
  /** The tables it speaks for. */
  readonly tables: readonly string[];
  /** Reads the person's own rows in an order that does not change, with columns in camelCase and nobody else's words or names; nothing when a copy holds none of it. */
  readonly select?: string;
  /** What erasure does, in this order. Doing it twice does no more than doing it once. */
  readonly erase: readonly string[];
  readonly fate: ErasureFate;
  /** What stays, why and for how long; needed wherever something does. */
  readonly kept?: ReadingWords;
  /** Whether a preview may count the rows; not where a count would tell something. */
  readonly isCounted?: boolean;
};

/** The version of the format of a copy; a change that breaks a reader makes the next one. */
export const exportFormatVersion = 1;

/** The version of the retention table: what erasure does and leaves, as the sections of all services say. */
export const retentionVersion = 1;

/** How long a finished part of a copy can be collected, in milliseconds. */
export const exportKeptMs = 14 * 86_400_000;

/** How many rows one page of a copy holds at most. A copy may have any number of pages. */
export const exportPageRows = 500;

/** From how many characters on a page of a copy takes no further rows. */
export const exportPageCharacters = 200_000;
