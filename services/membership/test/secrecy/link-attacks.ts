import type { DumpedRow } from './dump-database.js';

/** Somebody who voted in a contest and what is to be kept apart from them; the attacks are scored with it, none of them reads it. */
export type Vote = { readonly memberId: string; readonly subject: string; readonly secret: string };

/** What an attacker is sure or hopes to have: the rows that name voters, and the rows that name what they voted, of one contest. */
export type Haul = {
  readonly dump: readonly DumpedRow[];
  /** Rows of the roll of those who voted, with the member of each. */
  readonly roll: readonly (DumpedRow & { readonly memberId: string })[];
  /** Rows of ballots, or of papers, with the secret of each. */
  readonly secrets: readonly (DumpedRow & { readonly secret: string })[];
};

/** How well one way of linking did: how many voters it would be expected to name the right secret of. */
export type Finding = {
  readonly attack: string;
  readonly right: number;
  /** How alike an order of voters and an order of their secrets are, from -1 to 1; only of guesses by order. */
  readonly likeness?: number;
};

/** Tries every way of linking voters with secrets that is known to us. By chance each gets about one right. */
export function tryToLink(haul: Haul, votes: readonly Vote[]): readonly Finding[] {
  return [...sameSystemColumns(haul, votes), ...sameOrder(haul, votes), ...sharedValues(haul, votes)];
}

/** By chance a guess by order is right more often than this once in some ten thousand millions of tries. */
const luckyGuesses = 12;
/** In standard deviations; two orders are as alike as this by chance once in some hundred millions of tries. */
const luckyLikeness = 6;

/**
 * The ways that did better than chance. Who is certain of a group gains as soon as a group is smaller than all; a guess by
 * order gains when it is right too often, or when the two orders are roughly the same one.
 */
export function linked(findings: readonly Finding[], votes: readonly Vote[]): readonly Finding[] {
  const deviation = 1 / Math.sqrt(votes.length - 1);
  return findings.filter(({ right, likeness }) =>
    likeness === undefined ? right > 1 + 1e-9 : right > luckyGuesses || Math.abs(likeness) > luckyLikeness * deviation,
  );
}

const systemColumns = ['xmin', 'cmin', 'xmax', 'cmax'] as const;

/** Rows that one transaction, or the command of one number, wrote belong together. */
function sameSystemColumns({ roll, secrets }: Haul, votes: readonly Vote[]): readonly Finding[] {
  return systemColumns.map((column) => {
    const bySystem = Map.groupBy(secrets, (row) => row.system[column]);
    const guesses = new Map(
      roll.map((row) => [row.memberId, (bySystem.get(row.system[column]) ?? secrets).map(({ secret }) => secret)]),
    );
    return { attack: `the same ${column}`, right: scoreOf(guesses, votes) };
  });
}

/** Whoever comes first in some order of voters voted what comes first in some order of secrets, or the other way round. */
function sameOrder(haul: Haul, votes: readonly Vote[]): readonly Finding[] {
  return Object.entries(ordersOfVoters(haul, votes)).flatMap(([voterOrder, members]) =>
    Object.entries(ordersOfSecrets(haul)).flatMap(([secretOrder, secrets]) =>
      [members, members.toReversed()].map((ordered, turned) => {
        const guesses = new Map(ordered.map((memberId, index) => [memberId, secrets.slice(index, index + 1)]));
        const attack = `${voterOrder} against ${secretOrder}${turned === 1 ? ', turned round' : ''}`;
        return { attack, right: scoreOf(guesses, votes), likeness: likenessOf(ordered, secrets, votes) };
      }),
    ),
  );
}

/** Voters in the order of the roll, and in every order in which another table, or an instant in it, names them. */
function ordersOfVoters({ dump, roll }: Haul, votes: readonly Vote[]): Readonly<Record<string, readonly string[]>> {
  const orders: Record<string, readonly string[]> = {
    'the roll as it lies': roll.map(({ memberId }) => memberId),
    'the roll by transaction': roll
      .toSorted(byNumber(({ system }) => Number(system.xmin)))
      .map(({ memberId }) => memberId),
    'members by id': roll.map(({ memberId }) => memberId).toSorted(),
  };
  const names = new Map(
    votes.flatMap(({ memberId, subject }) => [[memberId, memberId] as const, [subject, memberId] as const]),
  );
  for (const [table, rows] of Map.groupBy(dump, (row) => row.table)) {
    const naming = rows.flatMap((row) => {
      const memberId = Object.values(row.columns).flatMap((value) => names.get(String(value)) ?? [])[0];
      return memberId === undefined ? [] : [{ row, memberId }];
    });
    if (new Set(naming.map(({ memberId }) => memberId)).size < votes.length / 2) continue;
    orders[`${table} as it lies`] = firstOnly(naming.map(({ memberId }) => memberId));
    orders[`${table} by transaction`] = firstOnly(
      naming.toSorted(byNumber(({ row }) => Number(row.system.xmin))).map(({ memberId }) => memberId),
    );
    for (const column of Object.keys(naming[0]?.row.columns ?? {})) {
      const at = ({ row }: (typeof naming)[number]) => Date.parse(String(row.columns[column]));
      if (naming.every((one) => !Number.isNaN(at(one))))
        orders[`${table} by ${column}`] = firstOnly(naming.toSorted(byNumber(at)).map(({ memberId }) => memberId));
    }
  }
  return orders;
}

function ordersOfSecrets({ secrets }: Haul): Readonly<Record<string, readonly string[]>> {
  const names = (rows: Haul['secrets']): readonly string[] => rows.map(({ secret }) => secret);
  const orders: Record<string, readonly string[]> = {
    'ballots as they lie': names(secrets),
    'ballots by transaction': names(secrets.toSorted(byNumber(({ system }) => Number(system.xmin)))),
  };
  for (const column of Object.keys(secrets[0]?.columns ?? {}))
    orders[`ballots by ${column}`] = names(
      secrets.toSorted((one, other) =>
        JSON.stringify(one.columns[column]) < JSON.stringify(other.columns[column]) ? -1 : 1,
      ),
    );
  return orders;
}

/** A row that names a voter and a row that names a secret are the same row, or have a value in common that few others have. */
function sharedValues({ dump, secrets }: Haul, votes: readonly Vote[]): readonly Finding[] {
  const known = secrets.map(({ secret }) => secret);
  const holders = new Map<string, Set<string>>();
  for (const { text } of dump) {
    const held = known.filter((secret) => text.includes(secret));
    for (const value of held.length === 0 ? [] : valuesOf(text)) {
      if (known.some((secret) => secret.includes(value))) continue;
      const noted = holders.get(value) ?? new Set();
      for (const secret of held) noted.add(secret);
      holders.set(value, noted);
    }
  }
  const guesses = new Map(
    votes.map(({ memberId, subject }) => {
      const naming = dump.filter(({ text }) => text.includes(memberId) || valuesOf(text).includes(subject));
      const sets = naming.flatMap(({ text }) => valuesOf(text)).flatMap((value) => holders.get(value) ?? []);
      const smallest = sets.toSorted(byNumber(({ size }) => size))[0];
      return [memberId, smallest === undefined ? known : [...smallest]] as const;
    }),
  );
  return [{ attack: 'a value in common', right: scoreOf(guesses, votes) }];
}

/** The words of a row that could tie it to another. */
const valuesOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}.:+_-]+/u).filter((value) => value.length >= 4);

/** How many secrets are named rightly by who picks, for every voter, one of the guesses. */
function scoreOf(guesses: ReadonlyMap<string, readonly string[]>, votes: readonly Vote[]): number {
  return votes.reduce((sum, { memberId, secret }) => {
    const among = guesses.get(memberId) ?? [];
    return among.includes(secret) ? sum + 1 / among.length : sum;
  }, 0);
}

/** The correlation of the places of voters with the places of their secrets. */
function likenessOf(members: readonly string[], secrets: readonly string[], votes: readonly Vote[]): number {
  const memberAt = new Map(members.map((name, place) => [name, place]));
  const secretAt = new Map(secrets.map((name, place) => [name, place]));
  const pairs = votes.flatMap(({ memberId, secret }) => {
    const [one, other] = [memberAt.get(memberId), secretAt.get(secret)];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [meanOne, meanOther] = [mean(([one]) => one), mean(([, other]) => other)];
  const together = mean(([one, other]) => (one - meanOne) * (other - meanOther));
  const spread = Math.sqrt(mean(([one]) => (one - meanOne) ** 2) * mean(([, other]) => (other - meanOther) ** 2));
  return spread === 0 ? 0 : together / spread;
}

const byNumber =
  <T>(of: (value: T) => number) =>
  (one: T, other: T): number =>
    of(one) - of(other);

const firstOnly = (names: readonly string[]): readonly string[] => [...new Set(names)];
