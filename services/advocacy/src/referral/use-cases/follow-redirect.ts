import { systemActor, type Id, type IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { caseLifecycle } from '../../case/case.js';
import { settlingTask } from '../../case/case.policy.js';
import type { Repositories } from '../../deps.js';
import type { CaseViewer } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { draftReferral, type ReferralFile } from '../referral.js';
import { visibleReferrals } from '../referral.policy.js';
import { tellOfRedirect } from './tell-people.js';

/** What is sent on to which department, by whom. */
export type Redirect = {
  readonly viewer: CaseViewer;
  readonly file: ReferralFile;
  readonly targetId: Id<'Department'>;
  readonly now: Date;
};

/**
 * Prepares what the named department would get: a draft of the fields the first one held, sealed anew for the student and
 * the case worker alone. The target gets nothing of it until the student consents anew.
 */
export async function followRedirect(
  unit: Unit<Repositories>,
  ids: IdSource,
  { viewer, file, targetId, now }: Redirect,
): Promise<void> {
  const { referrals, sealedTexts, cases } = unit;
  const { caseId, id: previousId } = file.referral;
  const platform = { actor: systemActor(settlingTask), self: undefined };
  const item = await cases.findVisible(platform, caseId);
  // A case that ended meanwhile sends nothing on.
  if (item === null || !caseLifecycle.can('DRAFT_REFERRAL', item, now)) return;
  const fields = await referrals.listFields(viewer, [previousId]);
  const places = fields.map((field) => ({ caseId, place: referralPlaces.field(field) }));
  // Opened for nobody to read, only to be sealed in another place: the ledger counts readers.
  const words = new Map(
    (await sealedTexts.listReadable(visibleReferrals(viewer), places)).map(({ place, text }) => [place, text]),
  );
  const draft = draftReferral(ids.random(), { caseId, departmentId: targetId, previousId, now });
  const copies = places.flatMap(({ place }) => {
    const text = words.get(place);
    return text === undefined ? [] : [{ id: ids.random<'ReferralField'>(), text }];
  });
  await referrals.add(
    draft,
    copies.map(({ id }) => id),
  );
  for (const { id, text } of copies) {
    const place = referralPlaces.field({ id, referralId: draft.id });
    await sealedTexts.write({ caseId, place, layer: 'CASE', referralId: draft.id }, text);
  }
  await tellOfRedirect(unit, { file, draft, times: await referrals.countRedirects(previousId), now });
}
