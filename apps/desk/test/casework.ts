import type { Desk } from './start-desk.js';

/** What the student and the advice manager did before the case worker comes to the desk. */
export type Casework = {
  opened(): Promise<string>;
  /** A case that waits to be sorted. */
  acknowledged(): Promise<string>;
  /** A case that waits for a case worker. */
  triaged(): Promise<string>;
  /** A case on carl's desk. */
  assigned(): Promise<string>;
  /** A referral in the case, to the department of dana and dirk, with the student's consent to its first field alone. */
  consented(caseId: string): Promise<string>;
  /** The referral is sent and the department asks something. */
  asked(caseId: string): Promise<string>;
};

type WithCase = { readonly case: { readonly id: string } };
type WithReferral = {
  readonly referral: { readonly id: string; readonly fields: readonly { readonly id: string }[] };
};

/** Does what others do, by their own rights. */
export function createCasework(desk: Desk): Casework {
  const work: Casework = {
    async opened() {
      const input = {
        contactName: 'Ada Okafor',
        matter: 'HOUSING',
        narrative: 'The heating in my room has been broken for three weeks.',
        otherParties: [],
      };
      const answer = await desk.act<WithCase>('ada', { mutation: 'openCase', input, select: 'case { id }' });
      return answer.case.id;
    },
    async acknowledged() {
      const caseId = await work.opened();
      await desk.act('amira', { mutation: 'acknowledgeCase', input: { caseId } });
      return caseId;
    },
    async triaged() {
      const caseId = await work.acknowledged();
      await desk.act('amira', {
        mutation: 'triageCase',
        input: { caseId, matter: 'HOUSING', urgency: 'NORMAL' },
      });
      return caseId;
    },
    async assigned() {
      const caseId = await work.triaged();
      await desk.act('amira', { mutation: 'assignCase', input: { caseId, assignee: 'carl' } });
      return caseId;
    },
    async consented(caseId) {
      const departmentId = await departmentOf(desk);
      const fields = [
        { name: 'Room', value: 'Room 12, Willow Court' },
        { name: 'Health', value: 'Asthma' },
      ];
      const { referral } = await desk.act<WithReferral>('carl', {
        mutation: 'draftReferral',
        input: { caseId, departmentId, fields },
        select: 'referral { id fields { id } }',
      });
      const fieldIds = referral.fields.slice(0, 1).map(({ id }) => id);
      await desk.act('ada', { mutation: 'consentToReferral', input: { referralId: referral.id, fieldIds } });
      return referral.id;
    },
    async asked(caseId) {
      const referralId = await work.consented(caseId);
      await desk.act('carl', { mutation: 'sendReferral', input: { referralId } });
      await desk.act('dana', { mutation: 'acknowledgeReferral', input: { referralId } });
      const question = 'Since when has the heating been broken?';
      await desk.act('dana', { mutation: 'askReferralInformation', input: { referralId, question } });
      return referralId;
    },
  };
  return work;
}

async function departmentOf(desk: Desk): Promise<string> {
  const rows = await desk.tamper('advocacy', `select department_id from department_post where subject = 'dana'`);
  return (rows as readonly { department_id: string }[])[0]?.department_id ?? '';
}
