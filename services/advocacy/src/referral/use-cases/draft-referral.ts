import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import { caseLifecycle } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import { statusOf } from '../../department/department.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { checkDraft, draftReferral as draft, type DraftField } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** What the worker would tell which department. */
export type DraftReferral = {
  readonly caseId: Id<'Case'>;
  readonly departmentId: Id<'Department'>;
  readonly fields: readonly DraftField[];
};

/** Drafts a referral field by field. Nothing leaves before the student has consented to exact fields. */
export function draftReferral(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, departmentId, fields }: DraftReferral,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, departments, inbox, referrals, sealedTexts }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'DRAFT_REFERRAL', item)) return err(notAllowed('DRAFT_REFERRAL', 'Case'));
    if (!caseLifecycle.can('DRAFT_REFERRAL', item, now)) return err(illegalTransition('DRAFT_REFERRAL', item.status));
    const [department] = await departments.listByIds([departmentId]);
    const checked = new FieldChecks()
      .that(
        department !== undefined && statusOf(department) === 'ACTIVE',
        'departmentId',
        'UNKNOWN',
        'There is no such department that takes new referrals.',
      )
      .finish(undefined);
    if (!checked.ok) return checked;
    if (!referralPolicy.canReferTo(viewer, departmentId)) return err(notAllowed('DRAFT_REFERRAL', 'Referral'));
    const told = checkDraft(fields);
    if (!told.ok) return told;
    const referral = draft(ids.random(), { caseId, departmentId, now });
    const named = told.value.map((field) => ({ ...field, id: ids.random<'ReferralField'>() }));
    // The case must not end while a referral is drafted in it.
    await cases.save(item);
    await referrals.add(
      referral,
      named.map(({ id }) => id),
    );
    for (const { id, name, value } of named) {
      const place = referralPlaces.field({ id, referralId: referral.id });
      await sealedTexts.write(
        { caseId, place, layer: 'CASE', referralId: referral.id },
        JSON.stringify({ name, value }),
      );
    }
    const notice = { reason: 'CONSENT_WANTED', sourceId: referral.id, referralId: referral.id } as const;
    await inbox.tellStudent({ ...item, caseId }, notice);
    return ok({ referral, sides: item });
  });
}
