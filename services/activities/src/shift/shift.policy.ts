import { memberOf, type Actor } from '@guildhall/kernel';
import { runsHost, speaksFor } from '../host/host.policy.js';
import { visibleOpportunities } from '../opportunity/opportunity.policy.js';
import type { ShiftAction, ShiftFacts } from './shift.js';

/** One line per right over a shift. Names of volunteers are for the host; union officers see counts. */
const rights: Readonly<Record<ShiftAction, (actor: Actor, facts: ShiftFacts) => boolean>> = {
  SIGN_UP: (actor) => memberOf(actor) !== undefined,
  READ_SIGNUPS: (actor, { host }) => speaksFor(actor, host),
  CALL_OFF: (actor, { host }) => runsHost(actor, host),
};

/** Who may do what to a shift. */
export const shiftPolicy = {
  can: (actor: Actor, action: ShiftAction, facts: ShiftFacts): boolean => rights[action](actor, facts),
};

/** Which shifts an actor may see, over the opportunity and host of each: those of what they may see. */
export const visibleShifts = visibleOpportunities;
