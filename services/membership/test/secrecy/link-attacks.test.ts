import { describe, expect, it } from '@jest/globals';
import type { DumpedRow } from './dump-database.js';
import { linked, tryToLink, type Haul, type Vote } from './link-attacks.js';

const voters = 60;
const start = Date.parse('2026-10-26T08:00:00Z');

/** The numbers below `voters` in an order that has nothing to do with their size. */
function mixed(factor: number): readonly number[] {
  const keys = Array.from({ length: voters }, (_unused, index) => ((index + 1) ** 3 * factor + index * 17) % 1009);
  return [...keys.keys()].toSorted((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
}

const votes: readonly Vote[] = Array.from({ length: voters }, (_unused, index) => ({
  memberId: `member-${String((index * 37) % 61).padStart(3, '0')}`,
  subject: `student-${index}`,
  secret: `receipt-${String((index * 23) % 59).padStart(3, '0')}-${index}`,
}));

type Made = { readonly place: number; readonly xmin?: number; readonly columns?: Readonly<Record<string, unknown>> };

function row(table: string, { place, xmin = 900, columns = {} }: Made): DumpedRow {
  const system = { xmin: String(xmin), cmin: '0', xmax: '0', cmax: '0' };
  return { table, place, columns, system, text: `(${Object.values(columns).join(',')})` };
}

/** A dump in which roll and ballots were rewritten by one transaction in random order, but for what a leak changes. */
function haul(
  leak: {
    roll?: (index: number) => Partial<Made>;
    ballot?: (index: number) => Partial<Made>;
    more?: readonly DumpedRow[];
  } = {},
): Haul {
  const [rollPlaces, ballotPlaces] = [mixed(31), mixed(77)];
  const roll = votes
    .map(({ memberId }, index) => {
      const { columns, ...made } = leak.roll?.(index) ?? {};
      const place = rollPlaces.indexOf(index);
      return { memberId, ...row('voter_roll_entry', { place, ...made, columns: { member_id: memberId, ...columns } }) };
    })
    .toSorted((one, other) => one.place - other.place);
  const secrets = votes
    .map(({ secret }, index) => {
      const { columns, ...made } = leak.ballot?.(index) ?? {};
      const place = ballotPlaces.indexOf(index);
      return {
        secret,
        ...row('ballot', { place, ...made, columns: { receipt: secret, contest: 'contest-one', ...columns } }),
      };
    })
    .toSorted((one, other) => one.place - other.place);
  return { roll, secrets, dump: [...roll, ...secrets, ...(leak.more ?? [])] };
}

describe('trying to link voters with ballots', () => {
  it('does no better than chance where nothing links them', () => {
    expect(linked(tryToLink(haul(), votes), votes)).toEqual([]);
  });

  it.each([
    [
      'the transaction that wrote both',
      haul({ roll: (at) => ({ xmin: 1000 + at }), ballot: (at) => ({ xmin: 1000 + at }) }),
    ],
    [
      'groups of a few that one transaction wrote',
      haul({ roll: (at) => ({ xmin: 1000 + (at >> 3) }), ballot: (at) => ({ xmin: 1000 + (at >> 3) }) }),
    ],
    [
      'transactions one after the other',
      haul({ roll: (at) => ({ xmin: 1000 + 2 * at }), ballot: (at) => ({ xmin: 1001 + 2 * at }) }),
    ],
    ['the place in the file', haul({ roll: (at) => ({ place: at }), ballot: (at) => ({ place: at }) })],
    [
      'the place in the file, turned round',
      haul({ roll: (at) => ({ place: at }), ballot: (at) => ({ place: voters - at }) }),
    ],
    [
      'the place in the file where only the order of each ten is mixed',
      haul({
        roll: (at) => ({ place: at }),
        ballot: (at) => ({ place: at - (at % 10) + ((at * 7 + 3) % 10) }),
      }),
    ],
    [
      'an instant of another table and an instant of the ballot',
      haul({
        ballot: (at) => ({ columns: { cast_at: new Date(start + at * 60_000).toISOString() } }),
        more: votes.map(({ subject }, at) =>
          row('session', {
            place: (at * 7) % 61,
            columns: { subject, seen_at: new Date(start + at * 60_000 + 900).toISOString() },
          }),
        ),
      }),
    ],
    [
      'a row that holds both',
      haul({
        more: votes.map(({ subject, secret }, place) =>
          row('idempotency_record', { place, columns: { actor: subject, answer: secret } }),
        ),
      }),
    ],
    [
      'a value that both hold',
      haul({
        roll: (at) => ({ columns: { request: `request-${at}` } }),
        ballot: (at) => ({ columns: { request: `request-${at}` } }),
      }),
    ],
  ])('finds %s', (_name, leaking) => {
    expect(linked(tryToLink(leaking, votes), votes)).not.toEqual([]);
  });
});
