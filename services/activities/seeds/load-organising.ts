import { demoGroups, demoMembers, fixedId, type DemoActivity, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { currentBudgetRules } from '../src/budget/budget-rules.js';
import { completeFacts } from '../src/activity/risk.js';
import { dayAndTime } from '../src/series/recurrence.js';
import { datesOf } from '../src/series/series.js';
import { currentSeriesRules } from '../src/series/series-rules.js';
import { draftAheadTask } from '../src/series/use-cases/draft-ahead.js';
import { currentTaskRules } from '../src/task/task-rules.js';
import { remindTask } from '../src/task/use-cases/tell-owner.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The evening of Omar's society that is organised down to the last line. */
const eveningTitle = 'Ten-minute plays: new writing night';

/** A task of that evening: whose it is, when it is due in days from today, where it stands and what it waits for. */
type SketchedTask = {
  readonly key: string;
  readonly title: string;
  readonly owner: 'lead' | 'second' | undefined;
  readonly dueInDays: number;
  readonly status: 'OPEN' | 'DOING' | 'DONE';
  readonly needs: readonly string[];
};

const sketchedTasks: readonly SketchedTask[] = [
  { key: 'hall', title: 'Book the Drill Hall Theatre', owner: 'lead', dueInDays: -6, status: 'DONE', needs: [] },
  { key: 'plays', title: 'Choose the six plays', owner: 'lead', dueInDays: -2, status: 'DOING', needs: [] },
  { key: 'cast', title: 'Cast the readers', owner: 'second', dueInDays: 9, status: 'OPEN', needs: ['plays'] },
  {
    key: 'posters',
    title: 'Print posters with the titles',
    owner: undefined,
    dueInDays: 14,
    status: 'OPEN',
    needs: ['plays'],
  },
  { key: 'aid', title: 'Ask two first aiders', owner: 'second', dueInDays: 20, status: 'OPEN', needs: [] },
];

/** Lines of the run sheet: minutes from the start, how long, and who. The second pair puts one person in two places. */
const sketchedLines = [
  ['Doors and tickets', -30, 30, 'Foyer', 'second'],
  ['Welcome', 0, 10, 'Stage', 'lead'],
  ['First three plays', 10, 35, 'Stage', 'lead'],
  ['Tea', 45, 20, 'Foyer', 'second'],
  ['Sound check for the second half', 50, 10, 'Stage', 'second'],
  ['Last three plays', 65, 35, 'Stage', 'lead'],
] as const;

const seriesRule = 'FREQ=WEEKLY;INTERVAL=8;COUNT=5';

const sketchedBudget = [
  ['EXPENSE', 'Hire of the lamps', 12_000, 11_650, 'Folder of the treasurer, number 12'],
  ['EXPENSE', 'Printing', 4_500, null, ''],
  ['EXPENSE', 'Tea and biscuits', 3_000, null, ''],
  ['INCOME', 'Tickets', 24_000, null, ''],
] as const;

/** Loads who leads every activity, and for one evening everything that its team plans. */
export async function loadOrganising(manager: EntityManager, union: DemoUnion, anchor: Date): Promise<void> {
  await insertRows(
    manager,
    'team_place',
    union.activities.map(({ id, organiserId, status, endsAt }) => ({
      ...placeRow({ activityId: id, memberId: organiserId, role: 'LEAD', at: anchor }),
      led_at: status === 'COMPLETED' || status === 'REPORTED' ? endsAt : null,
    })),
  );
  await manager.query(
    `insert into budget (activity_id, approved_amount, approved_at, rules_version)
     select id, (facts->>'budget')::integer, coalesce(published_at, $1), $2 from activity
     where status in ('APPROVED', 'PUBLISHED', 'COMPLETED', 'REPORTED')`,
    [anchor, currentBudgetRules.version],
  );
  const evening = union.activities.find(
    ({ title, groupId }) => title === eveningTitle && groupId === demoGroups.theatre,
  );
  if (evening === undefined) return;
  const { omar, ada, uma, rosa } = demoMembers;
  const named = new Set<string>([omar, ada, uma, rosa].map(({ memberId }) => memberId));
  const fellow = union.groupMemberships.find(
    ({ groupId, memberId, status }) => groupId === demoGroups.theatre && status === 'ACTIVE' && !named.has(memberId),
  );
  if (fellow === undefined) return;
  const people: People = { lead: evening.organiserId, second: fellow.memberId };
  await insertRows(manager, 'team_place', [
    placeRow({ activityId: evening.id, memberId: people.second, role: 'COORDINATOR', at: anchor }),
  ]);
  await manager.query(`update activity set facts = jsonb_set(facts, '{budget}', '20000') where id = $1`, [evening.id]);
  await loadTasks(manager, evening, { people, anchor });
  await insertRows(manager, 'run_item', lineRows(evening, people));
  await insertRows(manager, 'budget_line', budgetRows(evening));
  await insertRows(manager, 'activity_template', [templateRow(evening, anchor)]);
  await loadSeries(manager, evening, anchor);
}

/** The evening comes back every eight weeks, so that its next date is drafted after the demo was loaded; one date is left out. */
async function loadSeries(manager: EntityManager, evening: DemoActivity, anchor: Date): Promise<void> {
  const zone = 'Europe/London';
  const { on: firstOn, time: startTime } = dayAndTime(evening.startsAt, zone);
  const dates = datesOf({ rule: seriesRule, firstOn, startTime, zone });
  const [, second, third] = dates;
  const last = dates.at(-1);
  if (second === undefined || third === undefined || last === undefined) return;
  const id = fixedId('activity-series/reading-night');
  await insertRows(manager, 'activity_series', [
    {
      id,
      group_id: evening.groupId,
      keeper_id: evening.organiserId,
      rule: seriesRule,
      first_on: firstOn,
      start_time: startTime,
      zone,
      content: templateRow(evening, anchor)['content'],
      skipped: [third.on],
      started_at: anchor,
      lasts_until: last.startsAt,
      rules_version: currentSeriesRules.version,
      version: 1,
    },
  ]);
  await insertRows(manager, 'activity_occurrence', [{ series_id: id, on_day: firstOn, activity_id: evening.id }]);
  const draftedFrom = second.startsAt.getTime() - currentSeriesRules.daysAhead * dayMs;
  await addJobs(manager, [
    {
      task: draftAheadTask,
      payload: { seriesId: id },
      runAt: new Date(Math.max(draftedFrom, anchor.getTime() + dayMs)),
      key: `${draftAheadTask}:${id}`,
    },
  ]);
}

type People = { readonly lead: string; readonly second: string };

function placeRow({
  activityId,
  memberId,
  role,
  at,
}: {
  readonly activityId: string;
  readonly memberId: string;
  readonly role: string;
  readonly at: Date;
}): Row {
  return {
    id: fixedId(`team-place/${activityId}/${memberId}`),
    activity_id: activityId,
    member_id: memberId,
    role,
    status: 'ON_TEAM',
    asked_at: at,
    joined_at: at,
    version: 1,
  };
}

async function loadTasks(
  manager: EntityManager,
  { id: activityId }: DemoActivity,
  { people, anchor }: { readonly people: People; readonly anchor: Date },
): Promise<void> {
  const idOf = (key: string): string => fixedId(`team-task/${key}`);
  const rows = sketchedTasks.map(({ key, title, owner, dueInDays, status }, index) => ({
    id: idOf(key),
    activity_id: activityId,
    title,
    notes: '',
    owner_id: owner === undefined ? null : people[owner],
    due_at: new Date(anchor.getTime() + dueInDays * dayMs),
    position: index + 1,
    status,
    rules_version: currentTaskRules.version,
    version: 1,
  }));
  await insertRows(manager, 'team_task', rows);
  await insertRows(
    manager,
    'team_task_need',
    sketchedTasks.flatMap(({ key, needs }) => needs.map((need) => ({ task_id: idOf(key), needs_id: idOf(need) }))),
  );
  const toRemind = rows.filter(
    (row) => row.owner_id !== null && row.status !== 'DONE' && row.due_at.getTime() - dayMs > anchor.getTime(),
  );
  await addJobs(
    manager,
    toRemind.map((row) => ({
      task: remindTask,
      payload: { taskId: row.id },
      runAt: new Date(row.due_at.getTime() - currentTaskRules.remindHours * hourMs),
      key: `${remindTask}:${row.id}`,
    })),
  );
}

function lineRows({ id, startsAt }: DemoActivity, people: People): readonly Row[] {
  return sketchedLines.map(([title, after, minutes, place, who]) => ({
    id: fixedId(`run-item/${title}`),
    activity_id: id,
    title,
    notes: '',
    place,
    member_id: people[who],
    starts_at: new Date(startsAt.getTime() + after * 60_000),
    minutes,
    version: 1,
  }));
}

function budgetRows({ id }: DemoActivity): readonly Row[] {
  return sketchedBudget.map(([kind, title, planned, actual, receiptNote]) => ({
    id: fixedId(`budget-line/${title}`),
    activity_id: id,
    kind,
    title,
    planned,
    actual,
    receipt_note: receiptNote,
    version: 1,
  }));
}

function templateRow(
  { groupId, title, summary, kind, place, capacity, startsAt, endsAt }: DemoActivity,
  anchor: Date,
): Row {
  const content = {
    title,
    summary,
    kind,
    place,
    facts: completeFacts({ expectedAttendees: capacity ?? 60 }),
    ...(capacity !== undefined && { capacity }),
    minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    tasks: sketchedTasks.map((task) => ({
      title: task.title,
      notes: '',
      dueAfterMinutes: -14 * 24 * 60,
      needs: task.needs.map((need) => sketchedTasks.findIndex(({ key }) => key === need)),
    })),
    runSheet: sketchedLines.map(([line, afterMinutes, minutes, where]) => ({
      title: line,
      notes: '',
      place: where,
      minutes,
      afterMinutes,
    })),
  };
  return {
    id: fixedId('activity-template/reading-night'),
    group_id: groupId,
    name: 'Evening of readings',
    content,
    saved_at: anchor,
    version: 1,
  };
}
