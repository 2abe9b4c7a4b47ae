import type { Id } from '@guildhall/kernel';
import { commitmentOf, drawPlaces } from '@guildhall/lot';
import type { DemoActivity } from '../activities/activity.js';
import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { randomStream } from '../random-stream.js';
import { dayMs, hourMs } from '../season.js';

/** An entry to a demo draw with its people; what it drew is absent while entries are collected. */
export type DemoEntry = {
  readonly id: Id<'Party'>;
  readonly inviteCode?: Id<'Invitation'>;
  readonly tickets: number;
  readonly people: readonly { readonly id: Id<'Registration'>; readonly memberId: Id<'Member'> }[];
  readonly drawn?: { readonly number: string; readonly isPlaced: boolean };
};

/** An activity of the demo union whose places are drawn. */
export type DemoFairStart = {
  readonly activity: DemoActivity;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly isDrawn: boolean;
  readonly seed: string;
  readonly commitment: string;
  readonly places: number;
  readonly entries: readonly DemoEntry[];
};

/** The ids of what documents and tests quote. */
export const demoFairStarts = {
  /** Collects entries; Rosa came with three others. */
  collecting: fixedId<'Activity'>('fair-start/collecting'),
  /** Drawn two days ago, seed revealed; Rosa's party of four waits. */
  drawn: fixedId<'Activity'>('fair-start/drawn'),
} as const;

const { ada, omar, uma, rosa } = demoMembers;
const sizes = [4, 1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 4, 1, 1, 1, 2, 1, 1, 1] as const;

/** Two activities of the international students' network with a fair start: one that collects, one that is drawn. */
export function planDemoFairStarts(union: DemoUnion, anchor: Date): readonly DemoFairStart[] {
  const day = new Date(anchor.getTime() - (anchor.getTime() % dayMs));
  const collecting = fairStart(union, {
    id: demoFairStarts.collecting,
    title: 'Coach to the winter markets',
    summary:
      'One coach, one day, lights and roasted almonds. More want to come than there are seats, so seats are drawn.',
    place: 'Meet at the Main Gate',
    capacity: 40,
    day,
    starts: 19,
    closes: 4,
    isDrawn: false,
  });
  const drawn = fairStart(union, {
    id: demoFairStarts.drawn,
    title: 'Supper with the orchestra',
    summary: 'The student orchestra plays between the courses. Thirty chairs fit into the hall, and they were drawn.',
    place: 'Refectory Hall',
    capacity: 30,
    day,
    starts: 11,
    closes: -2,
    isDrawn: true,
  });
  return [collecting, drawn];
}

type Sketch = Pick<DemoActivity, 'id' | 'title' | 'summary' | 'place'> & {
  readonly capacity: number;
  readonly day: Date;
  /** Days from the anchor's day. */
  readonly starts: number;
  readonly closes: number;
  readonly isDrawn: boolean;
};

function fairStart(union: DemoUnion, { day, starts, closes, isDrawn, ...sketch }: Sketch): DemoFairStart {
  const at = (days: number, hours: number): Date => new Date(day.getTime() + days * dayMs + hours * hourMs);
  const closesAt = at(closes, 12);
  const activity: DemoActivity = {
    ...sketch,
    groupId: demoGroups.international,
    organiserId: omar.memberId,
    kind: 'SOCIAL',
    status: 'PUBLISHED',
    startsAt: at(starts, 18),
    endsAt: at(starts, 22),
    registrationOpensAt: at(closes, 14),
    registrationClosesAt: at(starts, 12),
    riskTier: 1,
  };
  const entries = entriesOf(union, activity, closesAt);
  const { seed, drawn } = isDrawn ? drawAgainstRosa(entries, sketch) : { seed: `${sketch.id}/kept`, drawn: entries };
  return {
    activity,
    opensAt: at(closes - 7, 12),
    closesAt,
    isDrawn,
    seed,
    commitment: commitmentOf(seed),
    places: sketch.capacity,
    entries: drawn,
  };
}

/** Rosa comes with the first party; the others are people of the union who hold nothing else at that time. */
function entriesOf(union: DemoUnion, { id, startsAt, endsAt }: DemoActivity, closesAt: Date): readonly DemoEntry[] {
  const random = randomStream(`fair-start/${id}`);
  const sameTime = new Set(
    union.activities.filter((other) => other.startsAt < endsAt && other.endsAt > startsAt).map((other) => other.id),
  );
  const busy = new Set<string>([ada.memberId, omar.memberId, uma.memberId, rosa.memberId]);
  for (const { activityId, memberId } of union.registrations) if (sameTime.has(activityId)) busy.add(memberId);
  const active = union.members.filter((member) => member.status === 'ACTIVE' && !busy.has(member.id));
  const people = [rosa.memberId, ...random.shuffle(active).map((member) => member.id)];
  let place = 0;
  return [...sizes, ...sizes].flatMap((size) => {
    const together = people.slice(place, place + size);
    place += size;
    if (together.length < size) return [];
    const enteredAt = new Date(closesAt.getTime() - 6 * dayMs + place * hourMs);
    return [
      {
        id: random.randomId<'Party'>(),
        ...(size > 1 && { inviteCode: random.randomId<'Invitation'>() }),
        tickets: random.pick([4, 4, 8, 8, 6]),
        people: together.map((memberId) => ({ id: random.idAt<'Registration'>(enteredAt), memberId })),
      },
    ];
  });
}

/** Among the seeds one after the other, the first by which Rosa's party waits: the row that the demo is to show. */
function drawAgainstRosa(
  entries: readonly DemoEntry[],
  { id, capacity }: Pick<Sketch, 'id' | 'capacity'>,
): { readonly seed: string; readonly drawn: readonly DemoEntry[] } {
  const drum = entries.map((entry) => ({ id: entry.id as string, size: entry.people.length, tickets: entry.tickets }));
  for (let attempt = 0; ; attempt += 1) {
    const seed = `${id}/demo seed ${attempt}`;
    const results = new Map(drawPlaces({ entries: drum, places: capacity, seed }).map((result) => [result.id, result]));
    if (results.get(entries[0]?.id ?? '')?.isPlaced === true) continue;
    const drawn = entries.map((entry) => {
      const { number = '', isPlaced = false } = results.get(entry.id) ?? {};
      return { ...entry, drawn: { number, isPlaced } };
    });
    return { seed, drawn };
  }
}
