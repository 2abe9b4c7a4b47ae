import { actorKey, hasAppointment, isUnionOfficer, type Actor, type Id } from '@guildhall/kernel';
import type { Vault } from '../sealing/sealing.js';
import { viewerOf, type CaseViewer } from '../sealing/viewer.js';
import type { MediationFile, MediationParty, PersonKey } from './mediation.js';

/** Who asks, with every key under which they can stand on a side of a mediation. */
export type MediationViewer = CaseViewer & {
  /** The pseudonym of a member first, then the alias of the sign-in; nothing for machines and nobody. */
  readonly persons: readonly PersonKey[];
  /** Departments for which the viewer speaks: those they lead. */
  readonly leads: readonly Id<'Department'>[];
  /** The viewer's subject while they are a mediator in office and no elected officer. */
  readonly mediator: string | undefined;
  readonly isManager: boolean;
};

/** The viewer behind an actor. A machine client is no party: what is said in mediation is said between people. */
export function mediationViewerOf(actor: Actor, vault: Vault): MediationViewer {
  const viewer = viewerOf(actor, vault);
  if (actor.kind !== 'person') return { ...viewer, persons: [], leads: [], mediator: undefined, isManager: false };
  const mayServe = !isUnionOfficer(actor);
  return {
    ...viewer,
    persons: [...(viewer.self === undefined ? [] : [viewer.self]), vault.alias(actorKey(actor))],
    leads: actor.departmentPosts.filter(({ role }) => role === 'LEAD').map(({ departmentId }) => departmentId),
    mediator: mayServe && hasAppointment(actor, 'MEDIATOR') ? actor.subject : undefined,
    isManager: mayServe && hasAppointment(actor, 'ADVICE_MANAGER'),
  };
}

/** The platform doing a timed step of mediations. */
export function platformViewer(actor: Actor): MediationViewer {
  return { actor, self: undefined, persons: [], leads: [], mediator: undefined, isManager: false };
}

/** The side on which the viewer stands, if any. */
export function partyOf(viewer: MediationViewer, { parties, people }: MediationFile): MediationParty | undefined {
  const own = people.find(({ person }) => viewer.persons.includes(person));
  return parties.find(
    ({ id, departmentId }) =>
      id === own?.partyId || (departmentId !== undefined && viewer.leads.includes(departmentId)),
  );
}

/** The side for which the viewer may sign and speak, if any. */
export function spokenFor(viewer: MediationViewer, file: MediationFile): MediationParty | undefined {
  const party = partyOf(viewer, file);
  if (party === undefined || party.kind === 'DEPARTMENT') return party;
  const isSpeaker = file.people.some(({ person, isSpeaker }) => isSpeaker && viewer.persons.includes(person));
  return isSpeaker ? party : undefined;
}
