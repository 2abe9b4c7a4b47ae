/*
 * A wall: that somebody is kept from a case, by name, with a date and a reason. Life: stands, and is lifted only where the
 * advice manager or a declared tie raised it. Owner: advocacy; the database refuses every assignment across one.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';

/** The id of a wall. */
export type WallId = Id<'CaseWall'>;

/** Why somebody is kept from a case: they act or acted for the other side, are named in it, have a tie, or the manager says so. */
export type WallReason = 'OTHER_SIDE' | 'PARTY' | 'TIE' | 'MANAGER' | 'MEDIATOR';

/** What ties somebody to a person of a case. */
export const tieKinds = ['FRIEND', 'HOUSEMATE', 'COURSE', 'FAMILY', 'OTHER'] as const;

/** One kind of tie. */
export type TieKind = (typeof tieKinds)[number];

/** That somebody is kept from a case. */
export type Wall = {
  readonly id: WallId;
  readonly caseId: Id<'Case'>;
  readonly subject: string;
  readonly reason: WallReason;
  readonly tie: TieKind | undefined;
  readonly raisedAt: Date;
  readonly liftedAt: Date | undefined;
};

/** Whether a wall stands. */
export type WallStatus = 'STANDING' | 'LIFTED';

/** What can happen to a wall. */
export type WallAction = 'LIFT';

/** Facts do not go away: a wall for the other side's worker or for a named person stays. */
export const wallLifecycle = defineLifecycle<Wall, WallStatus, WallAction>(
  {
    name: 'Case wall',
    initial: ['STANDING'],
    states: ['STANDING', 'LIFTED'],
    transitions: {
      LIFT: { from: ['STANDING'], to: ['LIFTED'], guard: ({ reason }) => reason === 'TIE' || reason === 'MANAGER' },
    },
  },
  ({ liftedAt }) => (liftedAt === undefined ? 'STANDING' : 'LIFTED'),
);

/** On which side of another case a name of this one stands: the student is named there, or somebody they name is served there. */
export type ConflictSide = 'STUDENT_IS_NAMED' | 'OTHER_PARTY_IS_SERVED';

/** A tie that somebody of the advice service declared; of the name only a blind index is kept. */
export type WorkerTie = {
  readonly id: Id<'WorkerTie'>;
  readonly kind: TieKind | 'SELF';
  readonly declaredAt: Date;
};

/** Checks a name to declare a tie to. */
export function checkTieName(name: string): Result<string, ValidationError> {
  return new FieldChecks().text('name', name, { max: 120 }).finish(name.trim());
}
