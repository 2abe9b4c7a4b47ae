import type { Id } from '@guildhall/kernel';
import { randomStream } from '../random-stream.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { dayMs, hourMs } from '../season.js';

/** An answer; in a window that is closed it is nobody's. */
export type DemoAnswer = {
  readonly id: Id<'Feedback'>;
  readonly memberId?: Id<'Member'>;
  readonly rating: number;
  readonly text: string;
};

/** What those who attended a demo activity were asked and said. */
export type DemoFeedback = {
  readonly activityId: Id<'Activity'>;
  readonly closesAt: Date;
  readonly isClosed: boolean;
  readonly askedCount: number;
  readonly answers: readonly DemoAnswer[];
};

const openDays = 14;
const askedDays = 60;
const answeredShare = 0.42;
const textShare = 0.35;
const ratings = [
  [5, 42],
  [4, 33],
  [3, 14],
  [2, 7],
  [1, 4],
] as const;
const texts: Readonly<Record<number, readonly string[]>> = {
  5: [
    'Best evening of the term.',
    'I came alone and left with three new names in my phone.',
    '组织得非常好，下次还来！',
  ],
  4: [
    'Very good; a little more room would have been nice.',
    'Well run. The break could be longer.',
    '很有意思，开始得有点晚。',
  ],
  3: ['Fine, but hard to hear at the back.', 'Nice people, slow queue at the door.'],
  2: ['Started forty minutes late.', 'The room was too small for so many.'],
  1: ['I could not find the entrance and nobody answered.'],
};

/** Feedback on what was held in the two months before the anchor: two in five answer, one in three of them writes something. */
export function planDemoFeedback({ activities, registrations }: DemoUnion, anchor: Date): readonly DemoFeedback[] {
  const chance = randomStream('after/feedback');
  const attended = Map.groupBy(
    registrations.filter(({ status }) => status === 'ATTENDED'),
    ({ activityId }) => activityId,
  );
  return activities.flatMap(({ id, status, endsAt }) => {
    const isOver = status === 'COMPLETED' || status === 'REPORTED';
    const people = attended.get(id) ?? [];
    if (!isOver || people.length === 0 || endsAt.getTime() < anchor.getTime() - askedDays * dayMs) return [];
    const closesAt = new Date(endsAt.getTime() + openDays * dayMs + hourMs);
    const isClosed = closesAt <= anchor;
    const answering = people.filter(() => chance.chance(answeredShare));
    const answers = answering.map(({ memberId }) => {
      const rating = chance.weighted(ratings);
      const text = chance.chance(textShare) ? chance.pick(texts[rating] ?? ['']) : '';
      return { id: chance.randomId<'Feedback'>(), ...(!isClosed && { memberId }), rating, text };
    });
    return [{ activityId: id, closesAt, isClosed, askedCount: people.length, answers: chance.shuffle(answers) }];
  });
}
