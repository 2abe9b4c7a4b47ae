import { describe, expect, it } from '@jest/globals';
import { actors, fixedId, whoMay } from '../../test/personas.js';
import { confirmAppointment, endAppointment, grantAppointment, type Appointment } from './appointment.js';
import { appointmentPolicy, visibleAppointments } from './appointment.policy.js';

const day = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
const appointment: Appointment = {
  id: fixedId<'Appointment'>(1),
  subject: 'carl',
  role: 'CASE_WORKER',
  startsAt: day('2026-10-01'),
  endsAt: day('2027-10-01'),
  endedAt: undefined,
  grantedBy: 'sys',
  confirmedBy: undefined,
  confirmedAt: undefined,
  version: 1,
};

describe('who may appoint staff', () => {
  it('is the admin for others, and the platform', () => {
    expect(whoMay(appointmentPolicy.canGrantAny)).toEqual(['system', 'sys']);
    expect(whoMay((actor) => appointmentPolicy.canGrant(actor, 'carl'))).toEqual(['system', 'sys']);
    expect(whoMay((actor) => appointmentPolicy.canGrant(actor, 'sys'))).toEqual(['system']);
    expect(whoMay((actor) => appointmentPolicy.canEnd(actor, appointment))).toEqual(['system', 'sys']);
    expect(whoMay((actor) => appointmentPolicy.canEnd(actor, { ...appointment, subject: 'sys' }))).toEqual(['system']);
  });

  it('and confirms a role near cases that somebody else proposed for somebody else', () => {
    const proposed = { ...appointment, grantedBy: 'another-admin' };
    expect(whoMay((actor) => appointmentPolicy.canConfirm(actor, proposed))).toEqual(['sys']);
    expect(whoMay((actor) => appointmentPolicy.canConfirm(actor, { ...proposed, subject: 'sys' }))).toEqual([]);
    expect(whoMay((actor) => appointmentPolicy.canConfirm(actor, appointment))).toEqual([]);
  });

  it('and who may read appointments: the admin all, everybody their own', () => {
    expect(whoMay((actor) => visibleAppointments(actor).everybody)).toEqual(['system', 'sys']);
    expect(visibleAppointments(actors.carl)).toEqual({ everybody: false, subject: 'carl' });
    expect(visibleAppointments(actors.anonymous)).toEqual({ everybody: false, subject: undefined });
  });
});

describe('an appointment', () => {
  const made = { id: appointment.id, grantedBy: 'sys', now: day('2026-10-01') };
  const grant = {
    subject: 'carl',
    role: 'CASE_WORKER',
    startsAt: day('2026-10-01'),
    endsAt: day('2027-10-01'),
  } as const;

  it.each([
    ['a year', grant, []],
    ['nobody', { ...grant, subject: ' ' }, ['subject']],
    ['no time', { ...grant, endsAt: grant.startsAt }, ['endsAt', 'endsAt']],
    ['four years', { ...grant, endsAt: day('2030-10-01') }, ['endsAt']],
  ])('for %s has these problems', (_what, asked, paths) => {
    const granted = grantAppointment(asked, made);
    expect(granted.ok ? [] : granted.error.fields.map(({ path }) => path)).toEqual(paths);
  });

  it('is confirmed once, while it is not over, and gives no right before', () => {
    const now = day('2026-10-10');
    const confirmed = confirmAppointment(appointment, { by: 'boss', now });
    expect(confirmed).toMatchObject({ value: { confirmedBy: 'boss', confirmedAt: now, startsAt: now } });
    expect(confirmAppointment(appointment, { by: 'boss', now: day('2026-09-01') })).toMatchObject({
      value: { startsAt: day('2026-10-01') },
    });
    expect(confirmAppointment({ ...appointment, confirmedBy: 'boss' }, { by: 'boss', now }).ok).toBe(false);
    expect(confirmAppointment({ ...appointment, role: 'ANALYST' }, { by: 'boss', now }).ok).toBe(false);
    expect(confirmAppointment(appointment, { by: 'boss', now: day('2027-10-01') }).ok).toBe(false);
  });

  it('ends in the instant it is ended, at its beginning at the earliest, and once', () => {
    expect(endAppointment(appointment, day('2026-12-01'))).toMatchObject({
      ok: true,
      value: { endedAt: day('2026-12-01') },
    });
    expect(endAppointment(appointment, day('2026-09-01'))).toMatchObject({
      ok: true,
      value: { endedAt: day('2026-10-01') },
    });
    expect(endAppointment({ ...appointment, endedAt: day('2026-12-01') }, day('2026-12-01')).ok).toBe(false);
    expect(endAppointment(appointment, day('2027-10-01')).ok).toBe(false);
  });
});
