import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { intakeDeadlines } from '../../deadline/deadline.js';
import type { Repositories } from '../../deps.js';
import type { Pseudonym, Vault } from '../../sealing/sealing.js';
import { openCase, type Case } from '../case.js';
import type { Intake } from '../intake.js';
import { casePlaces } from '../place.js';

/** Whose case is filed, and how it came to be. */
export type Filing = {
  readonly student: Pseudonym;
  readonly now: Date;
  readonly isAnonymous?: boolean;
  readonly unconfirmedSince?: Date;
};

/**
 * Writes a new case with its words sealed, the blind indexes of its names and its first deadlines. A name that was not
 * given is neither indexed nor sealed.
 */
export async function fileCase(
  { assignments, cases, deadlines, inbox, sealedTexts }: Unit<Repositories>,
  { ids, vault }: { readonly ids: IdSource; readonly vault: Vault },
  {
    intake: { matter, narrative, contactName, otherParties, isInDanger = false },
    filing: { student, now, isAnonymous = false, unconfirmedSince },
  }: { readonly intake: Intake; readonly filing: Filing },
): Promise<Case> {
  const caseId = ids.random<'Case'>();
  const parties = [
    ...(contactName === '' ? [] : [{ side: 'STUDENT' as const, nameIndex: vault.nameIndex(contactName) }]),
    ...otherParties.map((name) => ({ side: 'OTHER' as const, nameIndex: vault.nameIndex(name) })),
  ];
  const item = openCase(caseId, { student, matter, key: await vault.newKey(caseId), now });
  const opened = await cases.add(
    { ...item, isAnonymous, unconfirmedSince, flaggedAt: isInDanger ? now : undefined },
    parties,
  );
  await sealedTexts.write({ caseId, place: casePlaces.narrative, layer: 'CASE' }, narrative);
  if (contactName !== '')
    await sealedTexts.write({ caseId, place: casePlaces.contactName, layer: 'IDENTITY' }, contactName);
  await sealedTexts.write({ caseId, place: casePlaces.otherParties, layer: 'CASE' }, JSON.stringify(otherParties));
  await deadlines.add(
    intakeDeadlines(caseId, await deadlines.ruleAt(now), { now, nextId: () => ids.random<'Deadline'>() }),
  );
  if (isInDanger) {
    for (const subject of await assignments.listManagers(item, now))
      await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'CASE_STATUS', caseId, sourceId: caseId });
  }
  return opened;
}
