import { setTimeout as pause } from 'node:timers/promises';
import type { TestService } from '@guildhall/testing';
import { heldSql, liveSql, sqlStatuses, waitingOrder } from '../src/registration/registration-status.js';

/** One who waits, with what their place follows from. */
type WaitingRow = {
  readonly id: string;
  readonly priority: number;
  readonly drawNumber: string | null;
  readonly queuedAt: Date;
};

const faultsSql = `
  with held as (
    select activity_id, pool_id, count(*)::int as taken from registration
    where activity_id = $1 and status in ${sqlStatuses(['OFFERED'])} or activity_id = $1 and status in ${heldSql}
    group by activity_id, pool_id
  )
  select 'activity over capacity: ' || sum(h.taken) as fault from held h join activity a on a.id = h.activity_id
    group by a.capacity having sum(h.taken) > greatest(a.capacity, $2)
  union all
  select 'pool over its seats: ' || h.taken from held h join pool p on p.id = h.pool_id where h.taken > p.seats
  union all
  select 'two live registrations of ' || member_id from registration
    where activity_id = $1 and status in ${liveSql} group by member_id having count(*) > 1
  union all
  select 'the same place in the order: ' || queued_at from registration where activity_id = $1 group by queued_at having count(*) > 1`;

/**
 * Reads the committed state over a connection of its own, again and again while a race runs, and throws if it
 * ever saw what must never be. `allowed` is what was held before the capacity was lowered.
 */
export async function watch<T>(
  test: TestService,
  activityId: string,
  race: () => Promise<T>,
  allowed = 0,
): Promise<{ readonly outcome: T; readonly looks: number }> {
  const faults = new Set<string>();
  let looks = 0;
  let isOver = false;
  const look = async (): Promise<void> => {
    const rows: readonly { fault: string }[] = await test.dataSource.query(faultsSql, [activityId, allowed]);
    for (const { fault } of rows) faults.add(fault);
    looks += 1;
  };
  const watching = (async () => {
    while (!isOver) {
      await look();
      // It gives way, so that it watches the race and does not slow it down to a walk.
      await pause(2);
    }
  })();
  const outcome = await race().finally(() => {
    isOver = true;
    return watching;
  });
  await look();
  if (faults.size > 0) throw new Error(`seats were not kept: ${[...faults].join('; ')}`);
  return { outcome, looks };
}

/** Everybody who waits, in their order. */
export function listWaiting(test: TestService, activityId: string): Promise<readonly WaitingRow[]> {
  return test.dataSource.query(
    `select r.id, r.priority, r.draw_number as "drawNumber", r.queued_at as "queuedAt" from registration r
     where r.activity_id = $1 and r.status = 'WAITLISTED' order by ${waitingOrder('r')}`,
    [activityId],
  );
}

/**
 * Says of each who waits, row by row, what puts them behind the one before: a priority class, a draw, time, or the id.
 * Throws where nothing does, for then the order could change by itself.
 */
export function explainWaiting(rows: readonly WaitingRow[]): readonly string[] {
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (before === undefined) return `1: first`;
    const reason = whyAfter(row, before);
    if (reason === undefined) throw new Error(`nothing puts ${row.id} behind ${before.id}`);
    return `${index + 1}: ${reason}`;
  });
}

function whyAfter(row: WaitingRow, before: WaitingRow): string | undefined {
  if (row.priority !== before.priority) return row.priority > before.priority ? 'priority' : undefined;
  const [draw, drawBefore] = [row.drawNumber ?? '~', before.drawNumber ?? '~'];
  if (draw !== drawBefore) return draw > drawBefore ? 'draw' : undefined;
  const [time, timeBefore] = [row.queuedAt.getTime(), before.queuedAt.getTime()];
  if (time !== timeBefore) return time > timeBefore ? 'time' : undefined;
  return row.id > before.id ? 'id' : undefined;
}
