import { randomUUID } from 'node:crypto';
import type { DemoReferral } from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { milestoneTask } from '../src/referral/milestone.js';
import { referralPlaces } from '../src/referral/place.js';
import type { Vault, WrappedKey } from '../src/sealing/sealing.js';
import type { PlannedJob, Row } from '@guildhall/subgraph';
import { sealedRow } from './sealed-row.js';

/** The rows of demo referrals by table. */
export type ReferralRows = {
  readonly referrals: readonly Row[];
  readonly fields: readonly Row[];
  readonly questions: readonly Row[];
  readonly milestones: readonly Row[];
  /** The jobs that tell when a promise is not kept in time. */
  readonly promises: readonly PlannedJob[];
  readonly texts: readonly Row[];
};

type Seal = { readonly vault: Vault; readonly keys: ReadonlyMap<Id<'Case'>, WrappedKey> };

const openQuestion = 'Which days suit you for a short visit or a call?';

/** Seals demo referrals under the keys of their cases and lays them out by table. */
export async function referralRows(referrals: readonly DemoReferral[], seal: Seal): Promise<ReferralRows> {
  const parts = await Promise.all(referrals.map((referral) => rowsOf(referral, seal)));
  return {
    referrals: referrals.map(referralRow),
    fields: parts.flatMap(({ fields }) => fields),
    questions: parts.flatMap(({ questions }) => questions),
    milestones: parts.flatMap(({ milestones }) => milestones),
    promises: parts.flatMap(({ promises }) => promises),
    texts: parts.flatMap(({ texts }) => texts),
  };
}

function referralRow({
  id,
  caseId,
  departmentId,
  status,
  draftedAt,
  consent,
  sentAt,
  due,
  response,
  previousId,
}: DemoReferral): Row {
  return {
    id,
    status,
    case_id: caseId,
    department_id: departmentId,
    drafted_at: draftedAt,
    consented_at: consent?.grantedAt,
    withdrawn_at: consent?.withdrawnAt,
    sent_at: sentAt,
    due_at: due,
    responded_at: response?.respondedAt,
    decision: response?.decision,
    redirect_to_id: response?.redirectToId,
    previous_id: previousId,
    version: 1,
  };
}

async function rowsOf(referral: DemoReferral, { vault, keys }: Seal): Promise<Omit<ReferralRows, 'referrals'>> {
  const { id: referralId, caseId, consent, response, sentAt } = referral;
  const key = keys.get(caseId);
  if (key === undefined) throw new RangeError('a referral belongs to a case');
  const fields = referral.fields.map((field) => ({
    ...field,
    consented: field.consented && consent !== undefined,
    id: randomUUID() as Id<'ReferralField'>,
    referralId,
  }));
  const questions =
    referral.status === 'INFO_REQUESTED' ? [{ id: randomUUID() as Id<'ReferralQuestion'>, referralId }] : [];
  const milestones = (referral.milestones ?? []).map((milestone) => ({
    ...milestone,
    id: randomUUID() as Id<'ReferralMilestone'>,
    referralId,
  }));
  return {
    milestones: milestones.map(({ id, due, doneAt }) => ({
      id,
      referral_id: referralId,
      added_at: response?.respondedAt,
      due_at: due,
      done_at: doneAt,
      version: 1,
    })),
    promises: milestones
      .filter(({ doneAt }) => doneAt === undefined)
      .map(({ id, due }) => ({
        task: milestoneTask,
        payload: { milestoneId: id },
        runAt: new Date(due.getTime() + 1),
        key: `${milestoneTask}:${id}`,
      })),
    fields: fields.map(({ id, consented }, position) => ({
      id,
      referral_id: referralId,
      position: position + 1,
      consented,
    })),
    questions: questions.map(({ id }) => ({ id, referral_id: referralId, asked_at: sentAt })),
    texts: await Promise.all([
      ...fields.map((field) => {
        const text = JSON.stringify({ name: field.name, value: field.value });
        return sealedRow(vault, key, {
          caseId,
          place: referralPlaces.field(field),
          layer: field.consented ? 'RELEASED' : 'CASE',
          referralId,
          text,
        });
      }),
      ...milestones.map((milestone) =>
        sealedRow(vault, key, {
          caseId,
          place: referralPlaces.milestone(milestone),
          layer: 'RELEASED',
          referralId,
          text: milestone.text,
        }),
      ),
      ...questions.map((question) =>
        sealedRow(vault, key, {
          caseId,
          place: referralPlaces.question(question),
          layer: 'RELEASED',
          referralId,
          text: openQuestion,
        }),
      ),
      ...(response === undefined
        ? []
        : [
            sealedRow(vault, key, {
              caseId,
              place: referralPlaces.response(referralId),
              layer: 'RELEASED',
              referralId,
              text: response.text,
            }),
          ]),
    ]),
  };
}
