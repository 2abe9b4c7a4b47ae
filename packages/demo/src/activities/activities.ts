import { type ActivityTitle, activityTitles, activityTitlesZh, places } from '../corpus/activity-titles.js';
import type { DemoContext } from '../demo-context.js';
import type { DemoGroupMembership } from '../groups/group-memberships.js';
import type { PlannedGroup } from '../groups/groups.js';
import type { DemoMandate } from '../groups/mandates.js';
import type { DemoPosition } from '../groups/positions.js';
import { logNormalSizes } from '../log-normal-sizes.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { activityMonths, after, atTime, dayMs, earlier, hourMs, seasonalInstant } from '../season.js';
import type { ActivityKind, PlannedActivity } from './activity.js';
import { organiserFinder } from './organiser-finder.js';
import { personaActivities } from './persona-activities.js';
import { statusOf } from './status-of.js';

/** What activities are made from. */
export type ActivitySources = {
  readonly groups: readonly PlannedGroup[];
  readonly memberships: readonly DemoGroupMembership[];
  readonly positions: readonly DemoPosition[];
  readonly mandates: readonly DemoMandate[];
};

/** What is settled of an activity before its title is chosen. */
type Frame = {
  readonly planned: PlannedGroup;
  readonly startsAt: Date;
  readonly size: number;
  readonly isSoughtAfter: boolean;
};

const upcomingDays = 45;

/** The activities of the year before the anchor and the 45 days after it, those of the demo people and the edge rows first. */
export function plannedActivities(context: DemoContext, sources: ActivitySources): readonly PlannedActivity[] {
  const random = context.stream('activities');
  const findOrganiser = organiserFinder(sources);
  const hosts = sources.groups.filter(({ group }) => group.status !== 'DORMANT');
  const weightedHosts = hosts.map((planned) => [planned, Math.sqrt(planned.size)] as const);
  const others = frames(context, random, weightedHosts).flatMap((frame) => {
    const organiserId = findOrganiser(frame.planned.group.id, after(frame.startsAt, -28 * dayMs));
    return organiserId ? [withFacts(context, random, { frame, organiserId })] : [];
  });
  return [...personaActivities(context), ...others];
}

/** Sizes follow the curve on which 46 % lie below 30 people and 8 % above 150. */
function frames(
  context: DemoContext,
  random: RandomStream,
  hosts: readonly (readonly [PlannedGroup, number])[],
): readonly Frame[] {
  const past = context.scaled(2_100);
  const upcoming = context.scaled(250);
  const sizes = random.shuffle(logNormalSizes(past + upcoming, 33.4, 1.069));
  return sizes.map((raw, index) => {
    const span =
      index < past
        ? { from: after(context.anchor, -365 * dayMs), to: context.anchor }
        : { from: context.anchor, to: after(context.anchor, upcomingDays * dayMs) };
    const day = seasonalInstant(random, span, index < past ? activityMonths : [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    const size = Math.max(8, Math.min(1_200, Math.round(raw)));
    return {
      planned: random.weighted(hosts),
      startsAt: startOn(random, day),
      size,
      isSoughtAfter: size <= 120 && random.chance(0.2),
    };
  });
}

function startOn(random: RandomStream, day: Date): Date {
  const isWeekend = [0, 6].includes(day.getUTCDay());
  return atTime(day, isWeekend ? random.between(9, 15) : random.between(11, 20), random.pick([0, 0, 0, 30, 30, 15]));
}

function withFacts(
  context: DemoContext,
  random: RandomStream,
  { frame, organiserId }: { readonly frame: Frame; readonly organiserId: PlannedActivity['activity']['organiserId'] },
): PlannedActivity {
  const { planned, startsAt, size, isSoughtAfter } = frame;
  const kind = kindOf(random, planned);
  const endsAt = after(startsAt, random.pick([1, 1.5, 2, 2, 2, 3, 4]) * hourMs);
  const isLimited = isSoughtAfter || random.chance(0.75);
  const createdAt = earlier(
    after(startsAt, -random.between(24, 60) * dayMs),
    after(context.anchor, -random.between(1, 40) * hourMs),
  );
  const { title, summary } = announcement(random, planned, kind);
  return {
    activity: {
      id: random.idAt<'Activity'>(createdAt),
      groupId: planned.group.id,
      organiserId,
      title,
      summary,
      kind,
      status: statusOf(random, { startsAt, endsAt, anchor: context.anchor }),
      place: random.pick(places),
      startsAt,
      endsAt,
      registrationOpensAt: after(startsAt, -random.between(14, 24) * dayMs),
      registrationClosesAt: after(startsAt, -random.pick([1, 2, 12, 24]) * hourMs),
      ...(isLimited && { capacity: size }),
      riskTier: riskTierOf(random, size),
    },
    demand: Math.round(size * (isSoughtAfter ? 1.25 + 0.4 * random.next() : 0.5 + 0.5 * random.next())),
    isSoughtAfter,
    fixed: [],
  };
}

function kindOf(random: RandomStream, { group }: PlannedGroup): ActivityKind {
  if (group.kind === 'CLUB')
    return random.weighted<ActivityKind>([
      ['SPORT', 66],
      ['SOCIAL', 18],
      ['TRAINING', 8],
      ['VOLUNTARY_SERVICE', 4],
      ['MEETING', 4],
    ]);
  return random.weighted<ActivityKind>([
    ['SOCIAL', 32],
    ['CULTURAL_PERFORMANCE', 17],
    ['MEETING', 15],
    ['TRAINING', 12],
    ['CAMPAIGN', 9],
    ['VOLUNTARY_SERVICE', 9],
    ['SOCIAL_PRACTICE', 4],
    ['SPORT', 2],
  ]);
}

function announcement(
  random: RandomStream,
  { topic, language, group }: PlannedGroup,
  kind: ActivityKind,
): ActivityTitle {
  const { title, summary } = random.pick((language === 'en' ? activityTitles : activityTitlesZh)[kind]);
  const fill = (text: string) => text.replace('{topic}', topic).replace('{group}', group.name);
  return { title: fill(title), summary: fill(summary) };
}

/** The tier follows from attendance alone here: above 75 people the London rule book calls an event large, above 150 it is rare. */
function riskTierOf(random: RandomStream, size: number): number {
  const tier = entryAt([0, 1, 2, 3], [30, 75, 150].filter((limit) => size > limit).length);
  return Math.min(3, tier + (random.chance(0.1) ? 1 : 0));
}
