import type { Id } from '@guildhall/kernel';
import { departmentId } from '../cases/departments.js';
import { issueReplies, issueTexts, type IssueText } from '../corpus/issue-texts.js';
import type { DemoContext } from '../demo-context.js';
import { constituencyOf } from '../groups/constituency.js';
import { demoMembers } from '../people/demo-people.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs } from '../season.js';
import { coursesOf, type Course, type CourseSources } from './courses.js';
import type { DemoIssue, DemoIssueStatus } from './issue.js';
import { namedIssues } from './named-issues.js';

/** What decides about one issue; everything else follows from it and from chance. */
export type IssueSketch = {
  readonly id?: Id<'Issue'>;
  readonly course: Course;
  readonly text: IssueText;
  readonly status: DemoIssueStatus;
  readonly ageDays: number;
  readonly authorId?: Id<'Member'>;
  readonly supporters?: number;
  readonly isHeld?: boolean;
  readonly isProposalSuggested?: boolean;
  readonly dissatisfied?: number;
};

/** The way to each state; a reopened issue was solved before. */
const ways: Readonly<Record<DemoIssueStatus, readonly DemoIssueStatus[]>> = {
  PRIVATE: [],
  RAISED: ['RAISED'],
  ACKNOWLEDGED: ['RAISED', 'ACKNOWLEDGED'],
  IN_PROGRESS: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS'],
  RESOLVED: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED'],
  DECLINED: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'DECLINED'],
  ESCALATED: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'ESCALATED'],
  REOPENED: ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'REOPENED'],
};

/** 900 issues of a full union, those of the demo people's own courses first. The shares of states are assumptions. */
export function demoUnionIssues(context: DemoContext, sources: CourseSources): readonly DemoIssue[] {
  const random = context.stream('issues');
  const courses = coursesOf(sources, 6);
  const named = namedIssues(
    courses,
    sources.members.map(({ id, ...member }) => [id, constituencyOf(member)] as const),
  );
  const own = new Set(named.map(({ course }) => course.constituency));
  const others = courses.filter(({ constituency }) => !own.has(constituency));
  const rest = others.length === 0 ? 0 : context.scaled(900) - named.length;
  const sketches = [...named, ...Array.from({ length: rest }, () => someSketch(random, others))];
  return sketches.map((sketch) => issueOf(context, random, sketch));
}

function someSketch(random: RandomStream, courses: readonly Course[]): IssueSketch {
  const status = random.weighted<DemoIssueStatus>([
    ['PRIVATE', 5],
    ['RAISED', 6],
    ['ACKNOWLEDGED', 6],
    ['IN_PROGRESS', 12],
    ['RESOLVED', 45],
    ['DECLINED', 16],
    ['ESCALATED', 6],
    ['REOPENED', 4],
  ]);
  // Nothing waits among students for longer than its five working days.
  const ageDays = status === 'PRIVATE' ? random.between(1, 3) : random.between(20, 300);
  return { course: random.pick(courses), text: random.pick(issueTexts), status, ageDays };
}

function issueOf({ anchor }: DemoContext, random: RandomStream, sketch: IssueSketch): DemoIssue {
  const { course, text, status } = sketch;
  const postedAt = after(anchor, -sketch.ageDays * dayMs + random.between(0, 8) * hourMs);
  const authorId = sketch.authorId ?? random.pick(course.students.filter((id) => id !== course.rep));
  const steps = stepsOf(random, { status, postedAt, anchor });
  const { supporters, others } = supportersOf(random, sketch, authorId);
  const answers = answersOf(random, text, steps);
  const { slug, answer, ...words } = text;
  return {
    id: sketch.id ?? random.idAt<'Issue'>(postedAt),
    constituency: course.constituency,
    departmentId: departmentId(slug),
    ...words,
    authorId,
    ...namingOf(random),
    status,
    isHeld: sketch.isHeld ?? false,
    isProposalSuggested: sketch.isProposalSuggested ?? false,
    postedAt,
    ...(steps.length > 1 && { raisedBy: raisedBy(random, supporters.length) }),
    steps,
    supporters,
    replies: repliesOf(random, { course, postedAt, anchor }),
    ...(status === 'IN_PROGRESS' && random.chance(0.5) && { draft: answer }),
    answers,
    votes: votesOf(sketch, supporters),
    reporters: sketch.isHeld === true ? others.slice(0, 3) : [],
  };
}

function supportersOf(random: RandomStream, { course, status, supporters }: IssueSketch, authorId: Id<'Member'>) {
  const others = random.shuffle(course.students.filter((id) => id !== authorId && id !== demoMembers.ada.memberId));
  const wanted = supporters ?? random.between(status === 'REOPENED' ? 6 : 0, 12);
  return { others, supporters: [authorId, ...others.slice(0, status === 'PRIVATE' ? Math.min(wanted, 3) : wanted)] };
}

function answersOf(random: RandomStream, text: IssueText, steps: DemoIssue['steps']): DemoIssue['answers'] {
  return steps.flatMap(({ status: reached, at }) =>
    reached === 'RESOLVED' || reached === 'DECLINED'
      ? [{ round: 1, outcome: reached, text: reached === 'RESOLVED' ? text.answer : declined(random), at }]
      : [],
  );
}

/** One in five wants to be named to the course, and half of these to the department. */
function namingOf(random: RandomStream): Pick<DemoIssue, 'namedToCourse' | 'namedToDepartment'> {
  const namedToCourse = random.chance(0.2);
  return { namedToCourse, namedToDepartment: namedToCourse && random.chance(0.5) };
}

function raisedBy(random: RandomStream, supporters: number): 'SUPPORT' | 'REP' | 'TIME' {
  return supporters >= 5 ? random.pick(['SUPPORT', 'REP'] as const) : random.pick(['REP', 'TIME'] as const);
}

function stepsOf(
  random: RandomStream,
  { status, postedAt, anchor }: { readonly status: DemoIssueStatus; readonly postedAt: Date; readonly anchor: Date },
): DemoIssue['steps'] {
  const way = ways[status];
  const share = (anchor.getTime() - postedAt.getTime()) / (way.length + 1);
  let at = postedAt;
  return [
    { status: 'PRIVATE' as const, at: postedAt },
    ...way.map((reached) => {
      at = after(at, Math.min(share, random.between(1, 8) * dayMs) * 0.9);
      return { status: reached, at };
    }),
  ];
}

/** A reopened issue has enough who said no; a solved one, too few. */
function votesOf({ status, dissatisfied }: IssueSketch, supporters: readonly Id<'Member'>[]): DemoIssue['votes'] {
  if (status !== 'RESOLVED' && status !== 'REOPENED') return [];
  const no = status === 'REOPENED' ? Math.max(5, Math.ceil(supporters.length * 0.3)) : (dissatisfied ?? 0);
  return supporters
    .slice(0, no + (status === 'REOPENED' ? 0 : 2))
    .map((memberId, index) => ({ memberId, solved: index >= no }));
}

function repliesOf(
  random: RandomStream,
  { course, postedAt, anchor }: { readonly course: Course; readonly postedAt: Date; readonly anchor: Date },
): DemoIssue['replies'] {
  const count = random.between(0, 3);
  const step = (anchor.getTime() - postedAt.getTime()) / (count + 1);
  return Array.from({ length: count }, (_, index) => {
    const role = index === 1 ? 'REP' : 'STUDENT';
    const body = random.pick(issueReplies[role]);
    const at = after(postedAt, Math.min(step * (index + 1), (index + 1) * 9 * hourMs));
    const students = course.students.filter((id) => id !== course.rep);
    return {
      id: random.idAt<'IssueReply'>(at),
      authorId: role === 'REP' ? course.rep : entryAt(students, random.between(0, students.length - 1)),
      role,
      body,
      language: /\p{Script=Han}/u.test(body) ? 'zh-CN' : 'en',
      postedAt: at,
    };
  });
}

function declined(random: RandomStream): string {
  return random.pick([
    'The rooms are booked for the whole year, so this cannot change before September.',
    'This is set by the exam regulations, which the senate decides. We passed your words on.',
    'There is no money for it this year. We asked for it in the next budget.',
  ]);
}
