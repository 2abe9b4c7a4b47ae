import type { Id } from '@guildhall/kernel';
import { departmentAnswers } from '../corpus/case-texts.js';
import { namedDepartments } from '../corpus/departments.js';
import type { DemoContext } from '../demo-context.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, earlier } from '../season.js';
import { departmentId } from './departments.js';
import type { CaseMatter, DemoCase } from './cases.js';
import { type DemoMilestone, withMilestones } from './milestones.js';
import { namedReferrals } from './named-referrals.js';
import { type DemoReferralField, referralFields } from './referral-fields.js';

/** What a department answered; a redirection names the department it points to. */
export type DemoReferralResponse = {
  readonly decision: 'AGREE' | 'PARTLY' | 'DECLINE' | 'REDIRECT';
  readonly text: string;
  readonly respondedAt: Date;
  readonly redirectToId?: Id<'Department'>;
};

/** A referral in plain text; the advocacy service seals the values of its fields before anything is stored. */
export type DemoReferral = {
  readonly id: Id<'Referral'>;
  readonly caseId: Id<'Case'>;
  readonly departmentId: Id<'Department'>;
  readonly status:
    | 'DRAFTED'
    | 'CONSENTED'
    | 'SENT'
    | 'ACKNOWLEDGED'
    | 'INFO_REQUESTED'
    | 'RESPONDED'
    | 'ACTIONS'
    | 'CLOSED'
    | 'WITHDRAWN';
  readonly fields: readonly DemoReferralField[];
  readonly draftedAt: Date;
  /** Absent until the student has consented to exact fields. */
  readonly consent?: { readonly grantedAt: Date; readonly withdrawnAt?: Date };
  readonly sentAt?: Date;
  readonly due?: Date;
  readonly response?: DemoReferralResponse;
  /** The referral whose department sent the matter on to this one's. */
  readonly previousId?: Id<'Referral'>;
  readonly milestones?: readonly DemoMilestone[];
};

const departmentsFor: Readonly<Record<CaseMatter, readonly string[]>> = {
  HOUSING: ['housing', 'housing', 'housing', 'security', 'wellbeing'],
  ACADEMIC: ['registry', 'examinations', 'examinations', 'disability', 'library'],
  MONEY: ['money', 'money', 'visas', 'careers'],
  COMPLAINT: ['casework', 'disability', 'library', 'security'],
  MISCONDUCT: ['casework', 'examinations'],
  OTHER: ['wellbeing', 'registry', 'visas', 'careers'],
};

/** The referrals of all cases: those with a name first, then about two in five of the cases that are worked on. */
export function demoUnionReferrals(context: DemoContext, cases: readonly DemoCase[]): readonly DemoReferral[] {
  const random = context.stream('referrals');
  const named = namedReferrals(context);
  const taken = new Set(named.map(({ caseId }) => caseId));
  const others = cases.flatMap((item) => {
    const isWanted = item.status === 'WAITING_DEPARTMENT' || random.chance(0.38);
    return item.messages.length > 0 && !taken.has(item.id) && isWanted ? [someReferral(context, random, item)] : [];
  });
  return [...named, ...others].map((referral) => withMilestones(context, referral));
}

function someReferral({ anchor }: DemoContext, random: RandomStream, item: DemoCase): DemoReferral {
  const slug = random.pick(departmentsFor[item.matter]);
  const department = namedDepartments.find((named) => named.slug === slug);
  if (!department) throw new RangeError(`no department ${slug}`);
  const latest = item.closedAt ?? anchor;
  const at = (share: number) => after(item.openedAt, (latest.getTime() - item.openedAt.getTime()) * share);
  const status = statusOf(random, item);
  const draft = {
    id: random.randomId<'Referral'>(),
    caseId: item.id,
    departmentId: departmentId(slug),
    status,
    fields: referralFields(department, random.chance(0.6)),
    draftedAt: at(0.2),
  };
  if (status === 'DRAFTED') return { ...draft, fields: draft.fields.map((field) => ({ ...field, consented: false })) };
  const consented = { ...draft, consent: { grantedAt: at(0.25) } };
  if (status === 'CONSENTED') return consented;
  const sent = { ...consented, sentAt: at(0.3), due: after(at(0.3), 14 * dayMs) };
  return ['RESPONDED', 'ACTIONS', 'CLOSED'].includes(status)
    ? { ...sent, response: responseOf(random, earlier(at(0.8), after(at(0.3), 20 * dayMs))) }
    : sent;
}

function statusOf(random: RandomStream, item: DemoCase): DemoReferral['status'] {
  if (item.status === 'CLOSED') return 'CLOSED';
  if (item.status === 'WAITING_DEPARTMENT')
    return random.weighted([
      ['SENT', 40],
      ['ACKNOWLEDGED', 45],
      ['INFO_REQUESTED', 15],
    ]);
  return random.weighted([
    ['DRAFTED', 25],
    ['CONSENTED', 10],
    ['RESPONDED', 40],
    ['ACTIONS', 25],
  ]);
}

function responseOf(random: RandomStream, respondedAt: Date): DemoReferralResponse {
  const decision = random.weighted<keyof typeof departmentAnswers>([
    ['AGREE', 48],
    ['PARTLY', 34],
    ['DECLINE', 18],
  ]);
  return { decision, text: random.pick(departmentAnswers[decision]), respondedAt };
}
