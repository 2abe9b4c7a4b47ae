import { expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { testActivity } from '../../test/organised.js';
import { memberIds } from '../../test/personas.js';
import type { TaskFacts, TaskId } from '../task/task.js';
import { contentOf, planFrom } from './template.js';

const task = (number: number, status: 'OPEN' | 'DROPPED', needs: readonly TaskId[] = []): TaskFacts => ({
  task: {
    id: `018f0000-0000-7000-8000-0000000000f${number}` as TaskId,
    activityId: testActivity.id,
    title: `Task ${number}`,
    notes: '',
    ownerId: memberIds.ada,
    dueAt: new Date(testActivity.startsAt.getTime() - 90 * 60_000),
    position: number,
    status,
    rulesVersion: 1,
    version: 1,
  },
  needs,
  waitsFor: needs,
});

it('a template counts every time from the start, holds nobody, and leaves out what was dropped', () => {
  const [first, dropped] = [task(1, 'OPEN'), task(2, 'DROPPED')];
  const third = task(3, 'OPEN', [first.task.id, dropped.task.id]);
  const item = {
    id: 'x' as Id<'RunItem'>,
    activityId: testActivity.id,
    title: 'Doors',
    notes: '',
    place: 'Foyer',
    memberId: memberIds.ada,
    startsAt: new Date(testActivity.startsAt.getTime() - 1_800_000),
    minutes: 30,
    version: 1,
  };
  const content = contentOf({ activity: testActivity, tasks: [first, dropped, third], runSheet: [item] });
  expect(content.minutes).toBe(180);
  expect(content.tasks).toEqual([
    { title: 'Task 1', notes: '', dueAfterMinutes: -90, needs: [] },
    { title: 'Task 3', notes: '', dueAfterMinutes: -90, needs: [0] },
  ]);
  expect(content.runSheet).toEqual([{ title: 'Doors', notes: '', place: 'Foyer', minutes: 30, afterMinutes: -30 }]);
  expect(JSON.stringify(content)).not.toContain(memberIds.ada);
  const startsAt = new Date('2026-11-01T18:00:00.000Z');
  expect(planFrom(content, startsAt, new Date(0)).endsAt).toEqual(new Date('2026-11-01T21:00:00.000Z'));
});
