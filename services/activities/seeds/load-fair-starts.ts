import { planDemoFairStarts, type DemoEntry, type DemoFairStart, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { currentFairStartRules } from '../src/fair-start/fair-start-rules.js';
import { drawTask } from '../src/fair-start/use-cases/draw-places.js';
import { activityRow } from './demo-rows.js';

/** Loads the activities whose places are drawn, with their entries, and the draw of the one that still collects. */
export async function loadFairStarts(manager: EntityManager, union: DemoUnion, anchor: Date): Promise<void> {
  const fairStarts = planDemoFairStarts(union, anchor);
  await insertRows(
    manager,
    'activity',
    fairStarts.map(({ activity, opensAt, closesAt, isDrawn }) => ({
      ...activityRow(activity, anchor),
      collection_opens_at: opensAt,
      collection_closes_at: closesAt,
      drawn_at: isDrawn ? closesAt : null,
    })),
  );
  await insertRows(
    manager,
    'fair_start',
    fairStarts.map(({ activity, commitment, isDrawn, seed, places }) => ({
      activity_id: activity.id,
      commitment,
      rules_version: currentFairStartRules.version,
      seed: isDrawn ? seed : null,
      places: isDrawn ? places : null,
    })),
  );
  const collecting = fairStarts.filter(({ isDrawn }) => !isDrawn);
  await insertRows(
    manager,
    'fair_start_seed',
    collecting.map(({ activity, seed }) => ({ activity_id: activity.id, seed })),
  );
  await insertRows(manager, 'draw_entry', fairStarts.flatMap(entryRows));
  await insertRows(manager, 'registration', fairStarts.flatMap(registrationRows));
  await addJobs(
    manager,
    collecting.map(({ activity, closesAt }) => ({
      task: drawTask,
      payload: { activityId: activity.id },
      runAt: closesAt,
      key: `${drawTask}:${activity.id}`,
    })),
  );
}

function entryRows({ activity, entries }: DemoFairStart): readonly Row[] {
  return entries.map(({ id, inviteCode, people, tickets, drawn }) => ({
    id,
    activity_id: activity.id,
    invite_code: inviteCode ?? null,
    ...(drawn !== undefined && {
      size: people.length,
      tickets,
      number: drawn.number,
      is_placed: drawn.isPlaced,
    }),
  }));
}

function registrationRows({ activity, opensAt, entries }: DemoFairStart): readonly Row[] {
  const statusOf = ({ drawn }: DemoEntry): string => {
    if (drawn === undefined) return 'ENTERED';
    return drawn.isPlaced ? 'CONFIRMED' : 'WAITLISTED';
  };
  return entries.flatMap((entry, index) =>
    entry.people.map(({ id, memberId }) => ({
      id,
      activity_id: activity.id,
      member_id: memberId,
      status: statusOf(entry),
      queued_at: new Date(opensAt.getTime() + (index + 1) * 3_600_000),
      auto_accept: false,
      priority: 0,
      draw_number: entry.drawn?.number ?? null,
      party_id: entry.id,
      despite_clash: false,
      excused: false,
      is_late: false,
      rules_version: 1,
      version: 1,
    })),
  );
}
