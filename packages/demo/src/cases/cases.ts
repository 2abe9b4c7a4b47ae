import type { Id } from '@guildhall/kernel';
import { narratives } from '../corpus/case-texts.js';
import type { DemoContext } from '../demo-context.js';
import { demoCaseWorkers } from '../groups/appointments.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs, type MonthWeights, seasonalInstant } from '../season.js';
import { conversation, type DemoCaseMessage } from './conversation.js';
import { namedCases } from './named-cases.js';

/** What a case is about. */
export type CaseMatter = 'HOUSING' | 'ACADEMIC' | 'MONEY' | 'COMPLAINT' | 'MISCONDUCT' | 'OTHER';

/** How far a case has gone in the university's procedure. */
export type CaseStage = 'ADVICE' | 'EARLY_RESOLUTION' | 'FORMAL' | 'REVIEW' | 'EXTERNAL';

/** Where the work on a case stands. */
export type CaseStatus =
  | 'NEW'
  | 'CONFLICT_CHECK'
  | 'CONFLICT'
  | 'SIGNPOSTED'
  | 'TRIAGED'
  | 'OPEN'
  | 'WAITING_STUDENT'
  | 'WAITING_DEPARTMENT'
  | 'DORMANT'
  | 'OUTCOME'
  | 'CLOSED'
  | 'REOPENED';

/**
 * A case in plain text. The advocacy service, which alone has the keys, replaces `memberId` by a keyed pseudonym and seals
 * the narrative, the messages and the name of the other party before anything is stored.
 */
export type DemoCase = {
  readonly id: Id<'Case'>;
  readonly memberId: Id<'Member'>;
  readonly matter: CaseMatter;
  readonly stage: CaseStage;
  readonly status: CaseStatus;
  readonly urgency: 'LOW' | 'NORMAL' | 'HIGH';
  readonly assigneeSubject?: string;
  readonly narrative: string;
  readonly otherParty?: { readonly name: string; readonly memberId: Id<'Member'> };
  readonly messages: readonly DemoCaseMessage[];
  readonly openedAt: Date;
  readonly closedAt?: Date;
};

const months: Readonly<Record<CaseMatter, MonthWeights>> = {
  HOUSING: [0.8, 0.7, 0.7, 0.6, 0.7, 0.7, 0.8, 0.8, 1.6, 2.4, 1.3, 0.7],
  ACADEMIC: [2, 2, 0.9, 0.8, 1, 2.2, 1.3, 0.8, 0.5, 0.7, 0.9, 0.9],
  MONEY: [1.3, 1, 0.9, 0.9, 0.8, 0.7, 0.6, 0.7, 1.5, 1.6, 1.2, 1],
  COMPLAINT: [1, 1.1, 1.2, 1, 1.1, 1, 0.6, 0.5, 0.7, 1.1, 1.3, 0.9],
  MISCONDUCT: [1.8, 1.4, 0.8, 0.7, 1.2, 1.8, 0.7, 0.4, 0.3, 0.7, 1.2, 1],
  OTHER: [1, 1, 1, 1, 1, 1, 0.7, 0.7, 1, 1.3, 1.2, 1],
};

/** The cases of the year before the anchor, those with a name (Ada's, the edge rows) first. */
export function demoUnionCases(context: DemoContext, members: readonly DemoMember[]): readonly DemoCase[] {
  const random = context.stream('cases');
  const staffOfUnion = new Set<Id<'Member'>>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const students = members.filter(({ id, status }) => status === 'ACTIVE' && !staffOfUnion.has(id));
  const named = namedCases(context, students);
  const others = Array.from({ length: context.scaled(700) - named.length }, () => someCase(context, random, students));
  return [...named, ...others];
}

function someCase(context: DemoContext, random: RandomStream, students: readonly DemoMember[]): DemoCase {
  const matter = random.weighted<CaseMatter>([
    ['HOUSING', 30],
    ['ACADEMIC', 32],
    ['MONEY', 12],
    ['COMPLAINT', 10],
    ['MISCONDUCT', 6],
    ['OTHER', 10],
  ]);
  const openedAt = seasonalInstant(
    random,
    { from: after(context.anchor, -365 * dayMs), to: after(context.anchor, -2 * hourMs) },
    months[matter],
  );
  const status = statusOf(random, (context.anchor.getTime() - openedAt.getTime()) / dayMs);
  const isBeforeWork = ['NEW', 'CONFLICT_CHECK', 'TRIAGED', 'SIGNPOSTED'].includes(status);
  const isEnded = status === 'CLOSED' || status === 'SIGNPOSTED';
  const openFor = (context.anchor.getTime() - openedAt.getTime()) * (0.15 + 0.6 * random.next());
  const closedAt = after(openedAt, Math.min(openFor, 90 * dayMs));
  return {
    id: random.randomId<'Case'>(),
    memberId: studentAt(random, students, openedAt).id,
    matter,
    stage: isBeforeWork ? 'ADVICE' : stageOf(random),
    status,
    urgency: random.weighted<DemoCase['urgency']>([
      ['NORMAL', 68],
      ['LOW', 17],
      ['HIGH', 15],
    ]),
    ...(!isBeforeWork && { assigneeSubject: random.pick(demoCaseWorkers) }),
    narrative: random.pick(narratives[matter]),
    messages: isBeforeWork ? [] : conversation(random, { from: openedAt, to: isEnded ? closedAt : context.anchor }),
    openedAt,
    ...(isEnded && { closedAt }),
  };
}

function studentAt(random: RandomStream, students: readonly DemoMember[], at: Date): DemoMember {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const student = random.pick(students);
    if (student.joinedAt < at) return student;
  }
  return random.pick(students.filter(({ joinedAt }) => joinedAt < at));
}

/** New cases are still being looked at; after two months nearly all are closed. */
function statusOf(random: RandomStream, ageDays: number): CaseStatus {
  if (ageDays < 2)
    return random.weighted([
      ['NEW', 40],
      ['CONFLICT_CHECK', 20],
      ['TRIAGED', 40],
    ]);
  if (ageDays < 60) {
    return random.weighted([
      ['OPEN', 34],
      ['WAITING_STUDENT', 12],
      ['WAITING_DEPARTMENT', 14],
      ['TRIAGED', 4],
      ['OUTCOME', 8],
      ['DORMANT', 4],
      ['CLOSED', 22],
      ['SIGNPOSTED', 2],
    ]);
  }
  return random.weighted([
    ['CLOSED', 91],
    ['OPEN', 3],
    ['REOPENED', 2],
    ['SIGNPOSTED', 2],
    ['DORMANT', 1],
    ['OUTCOME', 1],
  ]);
}

function stageOf(random: RandomStream): CaseStage {
  return random.weighted([
    ['ADVICE', 40],
    ['EARLY_RESOLUTION', 31],
    ['FORMAL', 19],
    ['REVIEW', 7],
    ['EXTERNAL', 3],
  ]);
}
