import { demoEdges } from '../demo-edges.js';
import { after, dayMs } from '../season.js';
import { departmentId } from './departments.js';
import type { DemoReferral } from './referrals.js';

/**
 * What came of a referral that was sent on: the second department sent it on again, and the third would get it as soon as
 * the student consents. Each holds a copy of what the first one held.
 */
export function redirectChain(first: DemoReferral, anchor: Date): readonly DemoReferral[] {
  const { caseId, fields } = first;
  const [secondId, thirdId] = demoEdges.redirectChain;
  const ago = (days: number): Date => after(anchor, -days * dayMs);
  const sentOn = fields.filter(({ consented }) => consented);
  return [
    {
      id: secondId,
      caseId,
      previousId: first.id,
      departmentId: departmentId('money'),
      status: 'RESPONDED',
      fields: sentOn,
      draftedAt: ago(19),
      consent: { grantedAt: ago(18) },
      sentAt: ago(18),
      due: ago(4),
      response: {
        decision: 'REDIRECT',
        respondedAt: ago(7),
        redirectToId: departmentId('housing'),
        text: 'The fine was raised because the book was missing when the room was cleared. Only Student Housing knows what was taken and when.',
      },
    },
    {
      id: thirdId,
      caseId,
      previousId: secondId,
      departmentId: departmentId('housing'),
      status: 'DRAFTED',
      fields: sentOn.map((field) => ({ ...field, consented: false })),
      draftedAt: ago(7),
    },
  ];
}
