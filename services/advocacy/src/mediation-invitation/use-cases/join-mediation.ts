import { err, limitReached, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { mediationLifecycle } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { digestOfCode } from '../mediation-invitation.js';

/** A group of students comes to a mediation with at most this many. */
const collectiveMax = 12;

/**
 * Takes the side that a code belongs to. The first of a group of students speaks for it, the others read and prepare
 * with them. Nobody stands on two sides, and nobody who works on the case stands on any.
 */
export function joinMediation({ transaction, clock, vault }: Deps, actor: Actor, { code }: { readonly code: string }) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async ({ mediations, mediationSides }) => {
    const now = clock.now();
    const [person] = viewer.persons;
    if (person === undefined) return err(notAllowed('JOIN', 'Mediation'));
    const held = await mediations.holdInvited(digestOfCode(vault, code));
    if (
      held === null ||
      !mediationPolicy.can(viewer, 'JOIN', held.file) ||
      !mediationLifecycle.can('JOIN', held.file, now)
    )
      return err(notFound('MediationInvitation'));
    const { file, partyId } = held;
    const { id: mediationId } = file.mediation;
    const members = file.people.filter((one) => one.partyId === partyId).length;
    const isCollective = file.parties.some(({ id, kind }) => id === partyId && kind === 'COLLECTIVE');
    if (members >= collectiveMax)
      return err(limitReached(`A group comes with at most ${collectiveMax} people.`, collectiveMax));
    const isStudent = person === viewer.self;
    await mediationSides.addPerson({
      mediationId,
      person,
      partyId,
      isSpeaker: members === 0,
      isStudent,
      joinedAt: now,
    });
    if (!isCollective) await mediationSides.setCode(partyId, undefined);
    return ok(await mediations.save(file.mediation));
  });
}
