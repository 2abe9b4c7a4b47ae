import { actorKey, hasAppointment, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { JudgedAppeal, MembershipAppealAction, StandingSuspension } from './membership-appeal.js';

/** Whose suspensions and appeals an actor may read; the repository turns this into SQL. */
export type AppealScope = { readonly everybody: boolean; readonly memberId: string | undefined };

/** People read their own, with or without the rights of a member; the register's keepers read all. */
export function visibleAppeals(actor: Actor): AppealScope {
  return {
    everybody: actor.kind === 'system' || hasAppointment(actor, 'ADMIN'),
    memberId: registeredMemberOf(actor),
  };
}

/** Another one than who suspended, and nobody about themselves. */
function decides(actor: Actor, { appeal, suspendedBy }: JudgedAppeal): boolean {
  return (
    actor.kind === 'person' &&
    hasAppointment(actor, 'ADMIN') &&
    actorKey(actor) !== suspendedBy &&
    registeredMemberOf(actor) !== appeal.memberId
  );
}

const rights: Readonly<Record<MembershipAppealAction, (actor: Actor, judged: JudgedAppeal) => boolean>> = {
  UPHOLD: decides,
  LIFT: decides,
  OVERTAKE: (actor) => actor.kind === 'system',
};

/** Who may appeal and who decides (machine A). */
export const membershipAppealPolicy = {
  can: (actor: Actor, action: MembershipAppealAction, judged: JudgedAppeal): boolean => rights[action](actor, judged),
  /** The suspended person, once. */
  canAppeal: (actor: Actor, { suspension, appeal }: StandingSuspension): boolean =>
    registeredMemberOf(actor) === suspension.memberId && suspension.endedAt === undefined && appeal === undefined,
  /** Only the person and the keepers of the register know of a suspension and an appeal. */
  canSee: (actor: Actor, memberId: string): boolean => {
    const scope = visibleAppeals(actor);
    return scope.everybody || scope.memberId === memberId;
  },
  canSeeQueue: (actor: Actor): boolean => visibleAppeals(actor).everybody,
};
