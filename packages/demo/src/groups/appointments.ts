import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import { after, dayMs } from '../season.js';

/** A staff role with dates, as the membership service stores one. */
export type DemoAppointment = {
  readonly id: Id<'Appointment'>;
  readonly subject: string;
  readonly role: 'CASE_WORKER' | 'ADVICE_MANAGER' | 'MEDIATOR' | 'RETURNING_OFFICER' | 'ANALYST' | 'ADMIN';
  readonly from: Date;
  readonly to: Date;
  readonly endedAt?: Date;
};

/** The case workers of the advice service, Carl first; the others cannot sign in. */
export const demoCaseWorkers: readonly string[] = [
  'carl',
  'advice-bronwen',
  'advice-hamid',
  'advice-li',
  'advice-marguerite',
  'advice-tomasz',
];

const roles: readonly (readonly [string, DemoAppointment['role']])[] = [
  ...demoCaseWorkers.map((subject) => [subject, 'CASE_WORKER'] as const),
  ['amira', 'ADVICE_MANAGER'],
  ['milo', 'MEDIATOR'],
  ['mediator-jo', 'MEDIATOR'],
  ['otto', 'RETURNING_OFFICER'],
  ['nina', 'ANALYST'],
  ['sys', 'ADMIN'],
];

/** Every staff appointment: from two years before the anchor to two years after it, so that a demo does not run out. */
export function demoUnionAppointments(context: DemoContext): readonly DemoAppointment[] {
  const random = context.stream('appointments');
  const from = after(context.anchor, -730 * dayMs);
  return roles.map(([subject, role]) => ({
    id: random.idAt<'Appointment'>(from),
    subject,
    role,
    from,
    to: after(context.anchor, 730 * dayMs),
  }));
}
