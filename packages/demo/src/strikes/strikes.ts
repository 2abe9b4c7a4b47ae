import type { Id } from '@guildhall/kernel';
import type { DemoRegistration } from '../activities/registrations.js';
import { demoEdges } from '../demo-edges.js';
import { demoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { after, dayMs, hourMs } from '../season.js';

/** A strike of the demo union; what it weighs and when it is over follows from the rules. */
export type DemoStrike = {
  readonly id: Id<'Strike'>;
  readonly registrationId: DemoRegistration['id'];
  readonly activityId: DemoRegistration['activityId'];
  readonly memberId: Id<'Member'>;
  readonly kind: 'LATE_CANCEL' | 'NO_SHOW';
  readonly givenAt: Date;
  /** Absent where nobody appealed. */
  readonly appeal?: {
    readonly words: string;
    readonly appealedAt: Date;
    readonly won?: { readonly reasons: string; readonly decidedAt: Date; readonly deciderId: Id<'Member'> };
  };
};

/** For how many days strikes are planned: what is older is over. */
const rememberedDays = 120;
const appeals = [
  'My train was cancelled and there was no signal on the way; I wrote as soon as I could.',
  'I was there from the beginning, but the door list had run out of battery.',
  'I gave the place back in the group chat two days before, and did not know that this is not enough.',
];

/**
 * A strike for each of those who did not come or cancelled late in the last months, one each, so that nobody in the demo
 * is delayed by what they never saw happen. A few appeals wait. Ada won hers: she was on the sunrise walk.
 */
export function planDemoStrikes({ activities, registrations }: DemoUnion, options: DemoOptions): readonly DemoStrike[] {
  const { anchor, stream } = demoContext(options);
  const random = stream('strikes');
  const held = new Map(
    activities
      .filter(
        ({ endsAt, status }) =>
          ['COMPLETED', 'REPORTED'].includes(status) && endsAt > after(anchor, -rememberedDays * dayMs),
      )
      .map((activity) => [activity.id, activity]),
  );
  const struck = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const strikes = registrations.flatMap(({ id, activityId, memberId, status }): DemoStrike[] => {
    const activity = held.get(activityId);
    const isStruck = status === 'NO_SHOW' || status === 'LATE_CANCELLED';
    if (activity === undefined || !isStruck || struck.has(memberId)) return [];
    struck.add(memberId);
    const { kind, givenAt } = strikeFor(status, activity);
    if (givenAt >= anchor) return [];
    const isRecent = givenAt > after(anchor, -10 * dayMs);
    const words = appeals[random.between(0, appeals.length - 1)] ?? '';
    const appeal = isRecent && random.chance(0.12) ? { appeal: { words, appealedAt: after(givenAt, hourMs / 2) } } : {};
    return [{ id: random.idAt<'Strike'>(givenAt), registrationId: id, activityId, memberId, kind, givenAt, ...appeal }];
  });
  return [...strikes, ...adasStrike({ activities, registrations }), ...adasLateCancel({ activities, registrations })];
}

/** Ada gave her place in the language café back an hour before it began; the café had room for everybody. */
function adasLateCancel({
  activities,
  registrations,
}: Pick<DemoUnion, 'activities' | 'registrations'>): readonly DemoStrike[] {
  const { memberId } = demoMembers.ada;
  const titles = new Map(activities.map((activity) => [activity.id, activity]));
  const own = registrations.find(
    (one) =>
      one.memberId === memberId && one.status === 'CANCELLED' && titles.get(one.activityId)?.title === 'Language café',
  );
  const cafe = own === undefined ? undefined : titles.get(own.activityId);
  if (own === undefined || cafe === undefined) return [];
  const id = fixedId<'Strike'>('strike/ada-cafe');
  const givenAt = after(cafe.startsAt, -hourMs);
  return [{ id, registrationId: own.id, activityId: cafe.id, memberId, kind: 'LATE_CANCEL', givenAt }];
}

function adasStrike({
  activities,
  registrations,
}: Pick<DemoUnion, 'activities' | 'registrations'>): readonly DemoStrike[] {
  const walk = activities.find(({ id }) => id === demoEdges.appealWonActivity);
  const { memberId } = demoMembers.ada;
  const own = registrations.find((one) => one.activityId === walk?.id && one.memberId === memberId);
  if (walk === undefined || own === undefined) return [];
  const givenAt = after(walk.endsAt, 3 * hourMs);
  return [
    {
      id: fixedId<'Strike'>('strike/ada-sunrise'),
      registrationId: own.id,
      activityId: walk.id,
      memberId,
      kind: 'NO_SHOW',
      givenAt,
      appeal: {
        words: 'I was there: I walked at the back with two others, and we all missed the list at the door.',
        appealedAt: after(givenAt, 2 * hourMs),
        won: {
          reasons: 'Two people who walked with her say so, and one of them took a photograph.',
          decidedAt: after(givenAt, 2 * dayMs),
          deciderId: demoMembers.uma.memberId,
        },
      },
    },
  ];
}

/** For what, and when, somebody is struck who did not come, or gave a place back on the day. */
function strikeFor(
  status: 'NO_SHOW' | 'LATE_CANCELLED',
  { startsAt, endsAt }: Readonly<Record<'startsAt' | 'endsAt', Date>>,
): Pick<DemoStrike, 'kind' | 'givenAt'> {
  if (status === 'NO_SHOW') return { kind: 'NO_SHOW', givenAt: after(endsAt, hourMs) };
  return { kind: 'LATE_CANCEL', givenAt: after(startsAt, -5 * hourMs) };
}
