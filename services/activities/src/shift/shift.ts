/*
 * A shift: a time at which an opportunity needs so many people in each role.
 * Life: planned, or called off with a reason. Its places are counted from sign-ups under its lock. Owner: activities.
 */
import {
  defineLifecycle,
  FieldChecks,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { OpportunityFacts, OpportunityId } from '../opportunity/opportunity.js';
import type { PathId } from '../training/training.js';

/** The id of a shift. */
export type ShiftId = Id<'Shift'>;

/** The id of a role of a shift. */
export type ShiftRoleId = Id<'ShiftRole'>;

/** Whether a shift takes place. */
export type ShiftStatus = 'PLANNED' | 'CANCELLED';

/** What some people of a shift do, and how many are needed for it. */
export type ShiftRole = {
  readonly id: ShiftRoleId;
  readonly shiftId: ShiftId;
  /** The place in the list of roles, from 0. */
  readonly place: number;
  readonly name: string;
  readonly needed: number;
  /** The learning path that whoever takes a place in it completes first. */
  readonly requiredPathId: PathId | undefined;
};

/** A shift as stored. */
export type Shift = {
  readonly id: ShiftId;
  readonly opportunityId: OpportunityId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly meetingPoint: string;
  readonly isHard: boolean;
  readonly status: ShiftStatus;
  /** Why it was called off. */
  readonly statusReason: string | undefined;
  readonly version: number;
};

/** What a host decides about a shift. */
export type ShiftPlan = Pick<Shift, 'startsAt' | 'endsAt' | 'meetingPoint' | 'isHard'> & {
  readonly roles: readonly Pick<ShiftRole, 'name' | 'needed' | 'requiredPathId'>[];
};

/** What can happen to a shift. */
export type ShiftAction = 'SIGN_UP' | 'READ_SIGNUPS' | 'CALL_OFF';

/** A shift with what its guards and rights depend on. */
export type ShiftFacts = OpportunityFacts & { readonly shift: Shift };

const hasNotBegun = ({ shift }: ShiftFacts, now: Date): boolean => now < shift.startsAt;

/** The life of a shift. */
export const shiftLifecycle = defineLifecycle<ShiftFacts, ShiftStatus, ShiftAction>(
  {
    name: 'Shift',
    initial: ['PLANNED'],
    states: ['PLANNED', 'CANCELLED'],
    transitions: {
      SIGN_UP: {
        from: ['PLANNED'],
        to: ['PLANNED'],
        guard: (facts, now) => facts.opportunity.status === 'OPEN' && hasNotBegun(facts, now),
      },
      READ_SIGNUPS: { from: ['PLANNED', 'CANCELLED'], to: ['PLANNED', 'CANCELLED'] },
      CALL_OFF: { from: ['PLANNED'], to: ['CANCELLED'], guard: hasNotBegun },
    },
  },
  ({ shift }) => shift.status,
);

const hourMs = 3_600_000;

/** A new shift of an opportunity with its roles, when the plan keeps the rules. */
export function planShift(
  plan: ShiftPlan,
  { id, opportunityId, roleId }: Pick<Shift, 'id' | 'opportunityId'> & { readonly roleId: () => ShiftRoleId },
  now: Date,
): Result<{ readonly shift: Shift; readonly roles: readonly ShiftRole[] }, ValidationError> {
  const { startsAt, endsAt, meetingPoint, isHard } = plan;
  const names = plan.roles.map(({ name }) => name.trim());
  const checks = new FieldChecks()
    .that(startsAt > now, 'startsAt', 'OUT_OF_RANGE', 'A shift begins in the future.')
    .that(endsAt > startsAt, 'endsAt', 'CONTRADICTION', 'A shift ends after it begins.')
    .that(
      endsAt.getTime() - startsAt.getTime() <= 24 * hourMs,
      'endsAt',
      'OUT_OF_RANGE',
      'A shift lasts 24 hours at most.',
    )
    .text('meetingPoint', meetingPoint, { max: 200 })
    .that(names.length > 0, 'roles', 'REQUIRED', 'Say for what people are needed.')
    .textList('roles', names, { max: 10, maxLength: 60 })
    .that(new Set(names).size === names.length, 'roles', 'CONTRADICTION', 'Name each role once.');
  plan.roles.forEach(({ needed }, index) => checks.whole(`roles.${index}.needed`, needed, { min: 1, max: 500 }));
  return checks.finish({
    shift: {
      id,
      opportunityId,
      startsAt,
      endsAt,
      meetingPoint: meetingPoint.trim(),
      isHard,
      status: 'PLANNED',
      statusReason: undefined,
      version: 1,
    },
    roles: plan.roles.map(({ name, needed, requiredPathId }, place) => ({
      id: roleId(),
      shiftId: id,
      place,
      name: name.trim(),
      needed,
      requiredPathId,
    })),
  });
}

/** Calls a shift off, with the reason. */
export function callOff(
  facts: ShiftFacts,
  reason: string,
  now: Date,
): Result<Shift, ValidationError | IllegalTransitionError> {
  const status = shiftLifecycle.next('CALL_OFF', facts, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('reason', reason, { max: 1000 })
    .finish({ ...facts.shift, status: status.value, statusReason: reason.trim() });
}

/** What an opportunity needs ahead: when its next shift begins, and how many places are free in all. */
export type Outlook = { readonly nextShiftAt: Date | undefined; readonly placesLeft: number };
