import { addWorkingDays, err, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import {
  changeMediationStatus,
  type Mediation,
  type MediationFile,
  type MediationId,
} from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { invitationEndTask } from '../../mediation/mediation-scope.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { tellSides } from '../../mediation/use-cases/tell-sides.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { digestOfCode, newInvitationCode, type MadeInvitation } from '../mediation-invitation.js';

/** Which mediation's parties to invite. */
export type InviteMediationParties = KeyedInput & { readonly mediationId: MediationId };

/** A mediation whose parties were invited, with the codes to hand on. */
export type Invited = {
  readonly id: MediationId;
  readonly mediation: Mediation;
  readonly invitations: readonly MadeInvitation[];
};

/**
 * Invites every side: departments by sign-in, everybody known by name alone by a code of their own. Invited again, those
 * who have not joined get a new code; the day until which all must have signed stays.
 */
export function inviteMediationParties(deps: Deps, actor: Actor, input: InviteMediationParties) {
  const { idempotentTransaction, clock, vault } = deps;
  const viewer = mediationViewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'inviteMediationParties', input),
    async ({ mediations }, id): Promise<Invited | null> => {
      const mediation = await mediations.findQueued(viewer, toId(id));
      return mediation === null ? null : { id: mediation.id, mediation, invitations: [] };
    },
    async (unit) => {
      const now = clock.now();
      const file = await unit.mediations.holdQueued(viewer, input.mediationId);
      if (file === null) return err(notFound('Mediation'));
      if (!mediationPolicy.can(viewer, 'INVITE', file)) return err(notAllowed('INVITE', 'Mediation'));
      const invited = changeMediationStatus(file, 'INVITE', now);
      if (!invited.ok) return invited;
      const dated =
        invited.value.invitedUntil === undefined ? await dateInvitation(unit, invited.value, now) : invited.value;
      const mediation = await unit.mediations.save(dated);
      const invitations = await makeCodes(unit, file, deps);
      await tellSides(unit, { ...file, mediation });
      return ok({ id: mediation.id, mediation, invitations });
    },
  );
}

async function dateInvitation(
  { mediations, deadlines, jobs }: Unit<Repositories>,
  mediation: Mediation,
  now: Date,
): Promise<Mediation> {
  const { version, invitationDays } = await mediations.ruleAt(now);
  const { calendar } = await deadlines.ruleAt(now);
  const invitedUntil = addWorkingDays(now, invitationDays, calendar);
  await jobs.enqueue(
    invitationEndTask,
    { mediationId: mediation.id },
    { runAt: invitedUntil, key: `${invitationEndTask}:${mediation.id}` },
  );
  return { ...mediation, ruleVersion: version, invitedUntil };
}

async function makeCodes(
  { mediationSides }: Unit<Repositories>,
  { parties, people }: MediationFile,
  { ids, vault }: Pick<Deps, 'ids' | 'vault'>,
): Promise<readonly MadeInvitation[]> {
  const joined = new Set(people.map(({ partyId }) => partyId));
  const absent = parties.filter(({ id, kind, position }) => position > 1 && kind !== 'DEPARTMENT' && !joined.has(id));
  const made = absent.map(({ id: partyId }) => ({ partyId, code: newInvitationCode(vault, ids) }));
  for (const { partyId, code } of made) await mediationSides.setCode(partyId, digestOfCode(vault, code));
  return made;
}
