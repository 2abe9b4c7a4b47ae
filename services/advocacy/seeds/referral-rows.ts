import { randomUUID } from 'node:crypto';
import type { DemoReferral } from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { referralPlaces } from '../src/referral/place.js';
import type { Vault, WrappedKey } from '../src/sealing/sealing.js';
import type { Row } from '@guildhall/subgraph';
import { sealedRow } from './sealed-row.js';

/** The rows of demo referrals by table. */
export type ReferralRows = {
  readonly referrals: readonly Row[];
  readonly fields: readonly Row[];
  readonly questions: readonly Row[];
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
  return {
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
