import {
  err,
  FieldChecks,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { changeMediationStatus, type MediationFile, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { tellSides } from '../../mediation/use-cases/tell-sides.js';

/** Which mediator is to hold which mediation. */
export type AssignMediator = { readonly mediationId: MediationId; readonly mediator: string };

/** Gives a mediation that all sides agreed to a mediator in office without any tie to it; what a tie would be is never told. */
export function assignMediator({ transaction, clock, vault }: Deps, actor: Actor, input: AssignMediator) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdQueued(viewer, input.mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'ASSIGN', file)) return err(notAllowed('ASSIGN', 'Mediation'));
    const assigned = changeMediationStatus(file, 'ASSIGN', now);
    if (!assigned.ok) return assigned;
    const candidates = await unit.mediators.listCandidates(viewer, [file.mediation.id], now);
    const isFree =
      candidates.get(file.mediation.id)?.some(({ subject, isFree: free }) => free && subject === input.mediator) ??
      false;
    const checked = check(isFree, input.mediator);
    if (!checked.ok) return checked;
    const saved = await unit.mediations.saveUnlessWorker({ ...assigned.value, mediator: input.mediator });
    if (saved === undefined) return check(false, assigned.value);
    await openRooms(unit, file);
    await tellSides(unit, { ...file, mediation: saved });
    return ok(saved);
  });
}

function check<T>(isFree: boolean, value: T): Result<T, ValidationError> {
  return new FieldChecks()
    .that(
      isFree,
      'mediator',
      'UNKNOWN',
      'This person cannot take this mediation: they are no mediator now, or they are not free of every tie to it.',
    )
    .finish(value);
}

/** The joint room stays when a mediator steps back; all others are new. */
async function openRooms({ mediationTexts }: Unit<Repositories>, { mediation, parties }: MediationFile): Promise<void> {
  await mediationTexts.ensureLayer(mediation.id, 'JOINT');
  await mediationTexts.ensureLayer(mediation.id, 'MEDIATOR');
  for (const { id } of parties) await mediationTexts.ensureLayer(mediation.id, 'CAUCUS', id);
}
