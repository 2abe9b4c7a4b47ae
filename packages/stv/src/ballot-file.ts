/** What one kind of paper ranks: candidates by their place in the file's list, from 0. An empty list is an explicit blank. */
export type FiledPapers = { readonly preferences: readonly number[]; readonly papers: number };

/** The ballots of a contest, as the BLT format of counting programs holds them. */
export type BallotFile = {
  readonly title: string;
  readonly seats: number;
  /** Names in the order of the ballot paper; they may be equal, because ballots rank places. */
  readonly candidates: readonly string[];
  /** Who no longer stood when it was counted, by place. Their preferences stay in the ballots. */
  readonly withdrawn: readonly number[];
  readonly ballots: readonly FiledPapers[];
};

/** What can be wrong with a ballot file. */
export type BallotFileFault =
  | 'NO_HEADER'
  | 'NO_CANDIDATE'
  | 'NO_SEAT'
  | 'MALFORMED_BALLOT'
  | 'UNKNOWN_CANDIDATE'
  | 'CANDIDATE_TWICE'
  | 'WITHDRAWN_AFTER_BALLOTS'
  | 'EQUAL_RANKS'
  | 'NO_END'
  | 'MISSING_NAME'
  | 'MALFORMED_NAME'
  | 'TOO_MUCH';

/** A file that is no ballot file, or a contest that cannot be written as one. */
export class BallotFileError extends Error {
  override readonly name = 'BallotFileError';

  constructor(
    readonly fault: BallotFileFault,
    /** From 1; the last line for what is missing, 0 when there is no file yet. */
    readonly line: number,
  ) {
    super(line === 0 ? `No ballot file can be written: ${fault}.` : `Line ${line} of the ballot file: ${fault}.`);
  }
}

/**
 * Writes ballots in the BLT format. Equal ballots are put together, and the order is that of what they rank, so the text tells
 * nothing of how or when they came in: the same ballots in any order give the same text. Names are written as JSON
 * texts, which for ordinary names is what other programs write. Throws `BallotFileError` for what could not be read back.
 */
export function writeBallotFile(file: BallotFile): string {
  const { title, seats, candidates, withdrawn } = file;
  requireWritable(file);
  const lines = [
    `${candidates.length} ${seats}`,
    ...withdrawn.toSorted((a, b) => a - b).map((place) => `-${place + 1}`),
    ...inOrder(file.ballots).map(({ preferences, papers }) =>
      [papers, ...preferences.map((place) => place + 1), 0].join(' '),
    ),
    '0',
    ...[...candidates, title].map((name) => JSON.stringify(name)),
  ];
  return `${lines.join('\n')}\n`;
}

function inOrder(ballots: readonly FiledPapers[]): readonly FiledPapers[] {
  const together = new Map<string, FiledPapers>();
  for (const { preferences, papers } of ballots) {
    const key = preferences.join();
    together.set(key, { preferences, papers: papers + (together.get(key)?.papers ?? 0) });
  }
  return [...together.values()].toSorted((a, b) => compareRanking(a.preferences, b.preferences));
}

function compareRanking(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((place, rank) => place !== other[rank]);
  if (differing === -1) return one.length - other.length;
  return (one[differing] ?? 0) - (other[differing] ?? -1);
}

function requireWritable({ seats, candidates, withdrawn, ballots }: BallotFile): void {
  const require = (holds: boolean, fault: BallotFileFault): void => {
    if (!holds) throw new BallotFileError(fault, 0);
  };
  const isCount = (number: number): boolean => Number.isSafeInteger(number) && number > 0;
  const isPlace = (place: number): boolean => Number.isInteger(place) && place >= 0 && place < candidates.length;
  const isOnce = (places: readonly number[]): boolean => new Set(places).size === places.length;
  require(candidates.length > 0, 'NO_CANDIDATE');
  require(isCount(seats), 'NO_SEAT');
  for (const places of [withdrawn, ...ballots.map(({ preferences }) => preferences)]) {
    require(places.every(isPlace), 'UNKNOWN_CANDIDATE');
    require(isOnce(places), 'CANDIDATE_TWICE');
  }
  require(ballots.every(({ papers }) => isCount(papers)), 'MALFORMED_BALLOT');
}
