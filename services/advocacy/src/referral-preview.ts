import type { Id, PersonActor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { referralPlaces } from './referral/place.js';
import { referralLifecycle, type ReferralField, type ReferralId } from './referral/referral.js';
import { referralPolicy, visibleReferrals } from './referral/referral.policy.js';
import { createReferralRepository } from './referral/referral.repository.js';
import type { Vault } from './sealing/sealing.js';
import { createSealedTextRepository } from './sealing/sealed-text.repository.js';
import type { CaseViewer } from './sealing/viewer.js';

/** One field as the department would read it. */
export type PreviewedField = { readonly id: Id<'ReferralField'>; readonly name: string; readonly value: string };

/** What a department would see of a referral. */
export type ReferralPreview = {
  readonly departmentId: Id<'Department'>;
  readonly fields: readonly PreviewedField[];
};

/** What a rehearsal showed; thrown, so that nothing of the rehearsal is kept. */
class Rehearsed extends Error {
  override readonly name = 'Rehearsed';

  constructor(readonly seen: ReferralPreview | null) {
    super('the rehearsal is over');
  }
}

/** Which referral would be sent with which fields. */
export type PreviewRequest = { readonly id: ReferralId; readonly fieldIds: readonly Id<'ReferralField'>[] };

/**
 * What the department would see if the student consented to these fields now: the referral is sent in a transaction that is
 * rolled back, and read there as somebody of the department reads it. So it is the department's own scope that answers, and
 * not a second opinion of it. Nothing for anybody but the student and the case worker, and once consent is decided.
 */
export async function previewReferral(
  viewer: CaseViewer,
  request: PreviewRequest,
  { manager, vault, now }: { readonly manager: EntityManager; readonly vault: Vault; readonly now: Date },
): Promise<ReferralPreview | null> {
  try {
    return await manager.transaction(async (rehearsal) => {
      throw new Rehearsed(await rehearse(viewer, request, { manager: rehearsal, vault, now }));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.seen;
    throw error;
  }
}

async function rehearse(
  viewer: CaseViewer,
  { id, fieldIds }: PreviewRequest,
  { manager, vault, now }: { readonly manager: EntityManager; readonly vault: Vault; readonly now: Date },
): Promise<ReferralPreview | null> {
  const referrals = createReferralRepository(manager);
  const texts = createSealedTextRepository(manager, vault);
  const file = await referrals.findVisible(viewer, id);
  if (file === null || !referralPolicy.canPreview(viewer, file) || !referralLifecycle.can('CONSENT', file, now))
    return null;
  const { caseId, departmentId } = file.referral;
  const all = await referrals.listFields(viewer, [id]);
  const chosen = all.filter((field) => fieldIds.includes(field.id));
  await referrals.saveConsent(
    id,
    chosen.map((field) => field.id),
  );
  await texts.move(caseId, all.map(referralPlaces.field), 'CASE');
  await texts.move(caseId, chosen.map(referralPlaces.field), 'RELEASED');
  await referrals.save({ ...file.referral, status: 'SENT', consentedAt: now, sentAt: now, dueAt: now });
  const colleague = colleagueAt(departmentId);
  const fields = await referrals.listFields(colleague, [id]);
  const places = fields.map((field) => ({ caseId, place: referralPlaces.field(field) }));
  const words = new Map(
    (await texts.listReadable(visibleReferrals(colleague), places)).map(({ place, text }) => [place, text]),
  );
  return { departmentId, fields: fields.flatMap((field) => readField(field, words.get(referralPlaces.field(field)))) };
}

/** Anybody who holds a post at the department: posts alone open referrals, so one is as good as another. */
function colleagueAt(departmentId: Id<'Department'>): CaseViewer {
  const actor: PersonActor = {
    kind: 'person',
    subject: 'rehearsal',
    clientId: 'partners',
    scopes: [],
    memberId: undefined,
    groupIds: [],
    constituencies: [],
    mandates: [],
    appointments: [],
    departmentPosts: [{ departmentId, role: 'STAFF' }],
  };
  return { actor, self: undefined };
}

/** A field's name and value are sealed as one text. */
function readField({ id }: ReferralField, text: string | undefined): readonly PreviewedField[] {
  if (text === undefined) return [];
  const { name, value } = JSON.parse(text) as { readonly name: string; readonly value: string };
  return [{ id, name, value }];
}
