import type { Id } from '@guildhall/kernel';
import { issueTexts, type IssueText } from '../corpus/issue-texts.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { Course } from './courses.js';
import type { DemoIssueStatus } from './issue.js';
import type { IssueSketch } from './issues.js';

/** Issues that tests and documents quote; the ids are the same for every anchor and size. */
export const demoIssues = {
  /** In Rosa's course, not raised yet: three students support it. */
  hotWater: fixedId<'Issue'>('issue/hot-water'),
  /** In Rosa's course, raised to Student Housing and not looked at. */
  summerHalls: fixedId<'Issue'>('issue/summer-halls'),
  /** In Rosa's course, answered; four supporters say that it is not solved. */
  nearlyReopened: fixedId<'Issue'>('issue/nearly-reopened'),
  /** In Rosa's course, held after three reports. */
  held: fixedId<'Issue'>('issue/held'),
  /** Ada wrote it; her representative suggests to make a proposal of it. */
  adasSuggested: fixedId<'Issue'>('issue/adas-suggested'),
  /** Ada wrote it, and the department says that it is solved. */
  adasResolved: fixedId<'Issue'>('issue/adas-resolved'),
} as const;

type Plan = readonly [
  title: string,
  status: DemoIssueStatus,
  ageDays: number,
  more?: Partial<Omit<IssueSketch, 'course' | 'text' | 'status' | 'ageDays'>>,
];

const ofRosasCourse: readonly Plan[] = [
  ['No hot water in Lakeside', 'PRIVATE', 1, { id: demoIssues.hotWater, supporters: 2 }],
  ['Slides a day before', 'PRIVATE', 2, { supporters: 3 }],
  ['Thank you for the late opening', 'PRIVATE', 1, { supporters: 1 }],
  ['More placements outside', 'PRIVATE', 2, { id: demoIssues.held, supporters: 1, isHeld: true }],
  ['Can we stay in halls', 'RAISED', 3, { id: demoIssues.summerHalls, supporters: 3 }],
  ['宿舍洗衣机经常坏', 'ACKNOWLEDGED', 8, { supporters: 5 }],
  ['A drying room', 'IN_PROGRESS', 14, { supporters: 6 }],
  ['Two compulsory modules', 'RESOLVED', 40, { id: demoIssues.nearlyReopened, supporters: 9, dissatisfied: 4 }],
  ['The path behind', 'DECLINED', 60, { supporters: 4 }],
  ['Three exams on two days', 'REOPENED', 45, { supporters: 9 }],
  ['Drop-in hours', 'ESCALATED', 70, { supporters: 5 }],
];

const ofAdasCourse: readonly Plan[] = [
  ['The library is full', 'PRIVATE', 1, { supporters: 2 }],
  ['期末图书馆座位不够用', 'RAISED', 5, { supporters: 4 }],
  [
    'No hot water in Lakeside',
    'IN_PROGRESS',
    12,
    { id: demoIssues.adasSuggested, authorId: demoMembers.ada.memberId, supporters: 5, isProposalSuggested: true },
  ],
  [
    'Show the seat',
    'RESOLVED',
    30,
    { id: demoIssues.adasResolved, authorId: demoMembers.ada.memberId, supporters: 6, dissatisfied: 2 },
  ],
  ['The lift to the teaching lab', 'REOPENED', 33, { supporters: 8 }],
  ['Who pays for the field trip', 'DECLINED', 50, { supporters: 2 }],
];

/** The issues of Rosa's and of Ada's course, as far as these courses are large enough. */
export function namedIssues(
  courses: readonly Course[],
  studies: readonly (readonly [Id<'Member'>, string])[],
): readonly IssueSketch[] {
  const courseOf = new Map(studies);
  const planned = (memberId: Id<'Member'>, plans: readonly Plan[]): readonly IssueSketch[] => {
    const course = courses.find(({ constituency }) => constituency === courseOf.get(memberId));
    return course === undefined
      ? []
      : plans.map(([title, status, ageDays, more]) => ({ course, text: textOf(title), status, ageDays, ...more }));
  };
  return [...planned(demoMembers.rosa.memberId, ofRosasCourse), ...planned(demoMembers.ada.memberId, ofAdasCourse)];
}

function textOf(title: string): IssueText {
  const text = issueTexts.find((known) => known.title.startsWith(title));
  if (!text) throw new RangeError(`no text ${title}`);
  return text;
}
