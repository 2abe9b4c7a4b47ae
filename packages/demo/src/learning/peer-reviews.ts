import type { Id } from '@guildhall/kernel';
import { fixedRandomId } from '../fixed-id.js';
import { after, dayMs, later } from '../season.js';
import type { DemoEnrolment } from './enrolments.js';
import type { DemoLearningPath } from './learning-paths.js';

/** What reviewers of the demo paths look at. */
export const demoRubric: readonly string[] = [
  'It says what was done and why.',
  'Somebody else could do it again from this text.',
  'It names one thing that did not work.',
];

/** What helps with a step that others review. */
export const demoGuidance =
  'Write for somebody who was not there. Leave your name out: whoever reviews it is not told who wrote it.';

const works: readonly string[] = [
  'I took the notes of three lectures and rewrote each on one page, question first. The second one was hardest, because I had copied the slides and not what was said. What did not work: doing all three on one evening.',
  'My plan has one question, four sources and a week for each chapter. I moved the method to the front after a friend could not say what I would measure. I still do not know how long the interviews take.',
  'We asked forty people at two stops why they walk home at night, and wrote down every answer the same evening. Eleven did not want to talk, which I should have counted from the start.',
  '我把三篇课堂笔记各改写成一页：先写问题，再写要点，最后写一个例子。最难的是第二篇，因为当时只抄了幻灯片。没有做好的地方：三篇挤在同一个晚上写。',
];

const opinions: readonly string[] = [
  'Clear and honest. I could do it again from this, and the part about what went wrong helped me most.',
  'Good order. One sentence more about why you chose this way would make it whole.',
  '条理清楚，照着就能再做一遍。可以再补一句为什么这样选。',
];

/** Which demo paths ask for another one first, by their short names. */
export const demoPrerequisites: Readonly<Record<string, string>> = { mentor: 'peer-listener' };

/** Work that somebody handed in for others to review, as the learning service stores it. */
export type DemoPeerWork = {
  readonly id: Id<'PeerSubmission'>;
  readonly enrolmentId: Id<'Enrolment'>;
  readonly pathId: Id<'LearningPath'>;
  readonly stepId: Id<'Step'>;
  readonly authorId: Id<'Member'>;
  readonly words: string;
  readonly status: 'OPEN' | 'ACCEPTED' | 'SENT_BACK' | 'WITHDRAWN';
  readonly handedInAt: Date;
  readonly decidedAt: Date | undefined;
};

/** A review of such work: asked for and waiting, or written. */
export type DemoPeerReview = {
  readonly id: Id<'PeerReview'>;
  readonly work: DemoPeerWork;
  readonly reviewerId: Id<'Member'>;
  readonly askedAt: Date;
  readonly written?: { readonly verdict: 'ACCEPT' | 'SEND_BACK'; readonly words: string; readonly doneAt: Date };
};

type Handed = { readonly enrolment: DemoEnrolment; readonly stepId: Id<'Step'>; readonly passedAt: Date | undefined };

/**
 * The work behind every step of the plan that others reviewed or look at, and its reviews: two for what is decided, one that
 * waits for what is open, so that whoever hands in next is asked at once. The same for the same plan.
 */
export function planDemoPeerReviews(
  {
    learningPaths,
    enrolments,
  }: { readonly learningPaths: readonly DemoLearningPath[]; readonly enrolments: readonly DemoEnrolment[] },
  anchor: Date,
): { readonly works: readonly DemoPeerWork[]; readonly reviews: readonly DemoPeerReview[] } {
  const pathOf = new Map(
    learningPaths.flatMap(({ id, versions }) =>
      versions.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'PEER_REVIEW').map((step) => [step.id, id])),
    ),
  );
  const handed = Map.groupBy(
    enrolments.flatMap((enrolment) => handedIn(enrolment, pathOf)),
    ({ stepId }) => stepId,
  );
  const planned = [...handed].map(([stepId, list]) => planStep(list, pathOf.get(stepId), anchor));
  return { works: planned.flatMap((one) => one.works), reviews: planned.flatMap((one) => one.reviews) };
}

function handedIn(enrolment: DemoEnrolment, pathOf: ReadonlyMap<Id<'Step'>, Id<'LearningPath'>>): readonly Handed[] {
  return enrolment.steps.flatMap(({ stepId, status, passedAt }) =>
    pathOf.has(stepId) && (status === 'PASSED' || status === 'SUBMITTED' || status === 'RETURNED')
      ? [{ enrolment, stepId, passedAt }]
      : [],
  );
}

function planStep(list: readonly Handed[], pathId: Id<'LearningPath'> | undefined, anchor: Date) {
  if (pathId === undefined) throw new RangeError('work belongs to a path');
  const peers = list.filter(({ enrolment: { status } }) => status !== 'DROPPED' && status !== 'EXPIRED');
  const planned = list.map((one, index) => {
    const work = workOf(one, { pathId, index, anchor });
    const others = peers.filter(({ enrolment }) => enrolment.memberId !== work.authorId);
    return {
      work,
      reviews: reviewsOf(
        work,
        others.map(({ enrolment }) => enrolment.memberId),
        index,
      ),
    };
  });
  return { works: planned.map(({ work }) => work), reviews: planned.flatMap(({ reviews }) => reviews) };
}

function workOf(
  handed: Handed,
  { pathId, index, anchor }: { readonly pathId: Id<'LearningPath'>; readonly index: number; readonly anchor: Date },
): DemoPeerWork {
  const { enrolment, stepId, passedAt } = handed;
  const daysBefore = passedAt === undefined ? 2 : 4;
  const handedInAt = later(enrolment.enrolledAt, after(passedAt ?? anchor, -daysBefore * dayMs));
  const status = statusOf(handed);
  const decidedAt = passedAt ?? later(handedInAt, after(anchor, -dayMs));
  return {
    id: fixedRandomId<'PeerSubmission'>(`peer-work/${enrolment.id}/${stepId}`),
    enrolmentId: enrolment.id,
    pathId,
    stepId,
    authorId: enrolment.memberId,
    words: works[index % works.length] ?? '',
    status,
    handedInAt,
    decidedAt: status === 'OPEN' ? undefined : decidedAt,
  };
}

function statusOf({ enrolment: { status, steps }, stepId, passedAt }: Handed): DemoPeerWork['status'] {
  if (passedAt !== undefined) return 'ACCEPTED';
  if (steps.some((step) => step.stepId === stepId && step.status === 'RETURNED')) return 'SENT_BACK';
  return status === 'DROPPED' || status === 'EXPIRED' ? 'WITHDRAWN' : 'OPEN';
}

/** Those who come next in the list review, so that nobody has many. */
function reviewsOf(work: DemoPeerWork, peers: readonly Id<'Member'>[], index: number): readonly DemoPeerReview[] {
  if (work.status === 'WITHDRAWN') return [];
  const count = Math.min(work.status === 'OPEN' ? 1 : 2, peers.length);
  return Array.from({ length: count }, (_, offset) => {
    const reviewerId = peers[(index + offset) % peers.length];
    if (reviewerId === undefined) throw new RangeError('a reviewer is one of the peers');
    const review = {
      id: fixedRandomId<'PeerReview'>(`peer-review/${work.id}/${offset}`),
      work,
      reviewerId,
      askedAt: work.handedInAt,
    };
    if (work.decidedAt === undefined) return review;
    const verdict = work.status === 'SENT_BACK' && offset === 0 ? ('SEND_BACK' as const) : ('ACCEPT' as const);
    const words = opinions[(index + offset) % opinions.length] ?? '';
    return { ...review, written: { verdict, words, doneAt: work.decidedAt } };
  });
}
