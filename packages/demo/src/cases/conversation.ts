import { firstReplies, laterReplies, studentReplies } from '../corpus/case-texts.js';
import type { RandomStream } from '../random-stream.js';
import { after, type Span } from '../season.js';

/** A message between the student and the case worker, in plain text until the advocacy service seals it. */
export type DemoCaseMessage = {
  readonly author: 'STUDENT' | 'CASE_WORKER';
  readonly body: string;
  readonly sentAt: Date;
};

/** A short exchange inside this span: the case worker writes first, and nobody repeats themselves. */
export function conversation(random: RandomStream, { from, to }: Span): readonly DemoCaseMessage[] {
  const answers = random.shuffle(studentReplies);
  const news = random.shuffle(laterReplies);
  const bodies = [
    random.pick(firstReplies),
    ...answers.slice(0, 3).flatMap((answer, turn) => [answer, ...news.slice(turn, turn + 1)]),
  ];
  const count = random.between(1, bodies.length);
  const step = (to.getTime() - from.getTime()) / (count + 1);
  return bodies.slice(0, count).map((body, turn) => ({
    author: turn % 2 === 0 ? 'CASE_WORKER' : 'STUDENT',
    body,
    sentAt: after(from, Math.floor(step * (turn + 0.3 + 0.6 * random.next()))),
  }));
}
