import type { Id } from '@guildhall/kernel';
import { namedDepartments } from '../corpus/departments.js';
import { demoEdges } from '../demo-edges.js';
import type { DemoContext } from '../demo-context.js';
import { fixedRandomId } from '../fixed-id.js';
import { after, dayMs } from '../season.js';
import { departmentId } from './departments.js';
import { demoCases } from './named-cases.js';
import { referralFields } from './referral-fields.js';
import { redirectChain } from './redirect-chain.js';
import type { DemoReferral } from './referrals.js';

/** The referral of Ada's case to Student Housing: consented to, sent, not answered. */
export const adasReferral = fixedRandomId<'Referral'>('referral/ada');

/** Ada's referral and the edge rows. */
export function namedReferrals({ anchor }: DemoContext): readonly DemoReferral[] {
  const sent = (id: Id<'Referral'>, caseId: Id<'Case'>, slug: string, sentDaysAgo: number) =>
    sentReferral({ id, caseId, slug }, after(anchor, -sentDaysAgo * dayMs));
  const withdrawn = sent(demoEdges.withdrawnReferral, demoCases.withdrawn, 'examinations', 20);
  const redirected = sent(demoEdges.redirectedReferral, demoCases.redirected, 'library', 25);
  const sentOn: DemoReferral = {
    ...redirected,
    status: 'RESPONDED',
    response: {
      decision: 'REDIRECT',
      respondedAt: after(anchor, -19 * dayMs),
      redirectToId: departmentId('money'),
      text: 'The fine was booked by Fees and Funding; we have no access to it. Please ask there.',
    },
  };
  const abroad = demoCases.smallDepartment.map((caseId, index) =>
    sent(fixedRandomId<'Referral'>(`referral/small-department/${index}`), caseId, 'study-abroad', 10 + index),
  );
  return [
    adasReferralRow(anchor),
    {
      ...withdrawn,
      status: 'WITHDRAWN',
      consent: { grantedAt: withdrawn.draftedAt, withdrawnAt: after(anchor, -15 * dayMs) },
    },
    sentOn,
    ...redirectChain(sentOn, anchor),
    ...abroad.map((referral) => ({ ...referral, status: 'ACKNOWLEDGED' as const })),
  ];
}

function adasReferralRow(anchor: Date): DemoReferral {
  return {
    ...sentReferral({ id: adasReferral, caseId: demoCases.ada, slug: 'housing' }, after(anchor, -8 * dayMs)),
    fields: [
      { name: 'roomNumber', value: 'Lakeside Court, block B, room 27', consented: true },
      {
        name: 'whatIsWrong',
        value: 'The radiator has been cold since the second week of term. Three reports were closed without a visit.',
        consented: true,
      },
      { name: 'whatWouldHelp', value: 'A repair with a date, or another room until it is done.', consented: true },
      { name: 'bestTimeToVisit', value: 'Tuesdays and Fridays after three.', consented: true },
      { name: 'health', value: 'I have had bronchitis twice this term.', consented: false },
    ],
  };
}

function sentReferral(
  { id, caseId, slug }: { readonly id: Id<'Referral'>; readonly caseId: Id<'Case'>; readonly slug: string },
  sentAt: Date,
): DemoReferral {
  const department = namedDepartments.find((named) => named.slug === slug);
  if (!department) throw new RangeError(`no department ${slug}`);
  const draftedAt = after(sentAt, -dayMs / 2);
  return {
    id,
    caseId,
    departmentId: departmentId(slug),
    status: 'SENT',
    fields: referralFields(department, true),
    draftedAt,
    consent: { grantedAt: draftedAt },
    sentAt,
    due: after(sentAt, 14 * dayMs),
  };
}
