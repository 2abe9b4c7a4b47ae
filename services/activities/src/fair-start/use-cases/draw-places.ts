import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity, ActivityId } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import { activityNotices } from '../../notice/activity-notice.js';
import { placesHeld } from '../../registration/registration-facts.js';
import { openSeatBook } from '../../registration/seat-book.js';
import { strikeStepOf } from '../../strike/strike-rules.js';
import { drawEntries } from '../draw-entries.js';
import { fairStartLifecycle, type Entrant, type FairStart } from '../fair-start.js';
import { fairStartPolicy } from '../fair-start.policy.js';
import { fairStartRulesOf } from '../fair-start-rules.js';

/** The name of the job that draws. */
export const drawTask = 'draw-places';

const dayMs = 86_400_000;

/**
 * Draws as the platform at the instant at which the window closed: places in the order of the draw, the rest on the
 * waiting list in that order, the seed revealed, everybody told. Drawing again changes nothing. A job that comes before
 * the window's end, because it was moved, leaves the draw to its successor.
 */
export function drawPlaces(
  { transaction }: Pick<Deps, 'transaction'>,
  { activityId, at }: { readonly activityId: ActivityId; readonly at: Date },
) {
  const actor = systemActor(drawTask);
  return transaction(async (unit) => {
    const activity = await unit.activities.findVisibleLocked(actor, activityId);
    const [fairStart] = await unit.fairStarts.listOf([activityId]);
    if (activity === null || fairStart === undefined) return ok(undefined);
    if (!fairStartPolicy.can(actor, 'DRAW', activity)) return err(notAllowed('DRAW', 'FairStart'));
    if (!fairStartLifecycle.can('DRAW', activity, at)) return ok(undefined);
    const drawn = await unit.activities.save({ ...activity, drawnAt: activity.collectionClosesAt });
    await drawFor(unit, { activity: drawn, fairStart, at });
    return ok(undefined);
  });
}

type ToDraw = { readonly activity: Activity; readonly fairStart: FairStart; readonly at: Date };

async function drawFor(unit: Unit<Repositories>, { activity, fairStart, at }: ToDraw): Promise<void> {
  const { draws, outbox } = unit;
  const rules = fairStartRulesOf(fairStart);
  // What is not published collected nothing; its draw is of nobody, and registration can open as it is planned.
  const entrants = await draws.listEntrants(activity.id, {
    groupId: activity.groupId,
    lossesSince: new Date(at.getTime() - rules.lossDays * dayMs),
  });
  const places = await placesOf(unit, activity, { at, entrants: entrants.length });
  const seed = await draws.takeSeed(activity.id);
  const drawPercentOf = await readDrawPercent(unit, entrants, at);
  const entries = drawEntries(entrants, { places, seed, rules, drawPercentOf });
  const drawn = await draws.record(activity.id, { entries, places, seed });
  const placed = drawn.filter(({ isPlaced }) => isPlaced).map((place) => ({ ...place, activityId: activity.id }));
  await outbox.appendMany('PlaceHeld', placesHeld(placed, true, at));
  const memberIds = drawn.map(({ memberId }) => memberId).toSorted();
  const telling = { notice: 'DRAWN', sourceId: activity.id, activityId: activity.id, memberIds, now: at } as const;
  await outbox.appendMany('ActivityNotice', activityNotices(telling));
}

/** What the general pool has free; what pools keep apart for an audience is not drawn for. Without a limit everybody has a place. */
async function placesOf(
  { seats, pools }: Unit<Repositories>,
  activity: Activity,
  { at, entrants }: { readonly at: Date; readonly entrants: number },
): Promise<number> {
  const counts = await seats.count(activity.id);
  const free = openSeatBook(activity, await pools.listOfActivities([activity.id]), { counts, now: at }).freeIn(
    undefined,
  );
  return Number.isFinite(free) ? free : entrants;
}

async function readDrawPercent({ strikes }: Unit<Repositories>, entrants: readonly Entrant[], at: Date) {
  const weights = await strikes.listWeights(
    entrants.map(({ memberId }) => memberId),
    at,
  );
  return new Map([...weights].map(([memberId, weight]) => [memberId, strikeStepOf(weight).drawPercent]));
}
