import { err, FieldChecks, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { checkSession, mediationPlaces } from '../mediation-room.js';

/** When and where the mediator meets all sides, or one of them alone. */
export type PlanMediationSession = {
  readonly mediationId: MediationId;
  readonly partyId: Id<'MediationParty'> | undefined;
  readonly startsAt: Date;
  readonly place: string;
};

/** Plans a meeting. That one side is met alone is known to that side and the mediator only. */
export function planMediationSession(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { mediationId, partyId, ...session }: PlanMediationSession,
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async ({ mediations, mediationRooms, mediationTexts }) => {
    const now = clock.now();
    const file = await mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'PLAN_SESSION', file)) return err(notAllowed('PLAN_SESSION', 'Mediation'));
    const planned = changeMediationStatus(file, 'PLAN_SESSION', now);
    if (!planned.ok) return planned;
    const known = new FieldChecks()
      .that(
        partyId === undefined || file.parties.some(({ id }) => id === partyId),
        'partyId',
        'UNKNOWN',
        'This party is not part of the mediation.',
      )
      .finish(partyId);
    if (!known.ok) return known;
    const place = checkSession(session, now);
    if (!place.ok) return place;
    const id = ids.random<'MediationSession'>();
    await mediationRooms.addSession({ id, mediationId, partyId, startsAt: session.startsAt });
    await mediationTexts.write(
      { mediationId, place: mediationPlaces.session(id), layer: partyId === undefined ? 'JOINT' : 'CAUCUS', partyId },
      place.value,
    );
    return ok(await mediations.save(planned.value));
  });
}
