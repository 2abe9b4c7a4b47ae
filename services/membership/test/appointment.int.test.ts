import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  await new Fixture(test).appointment('sys', 'ADMIN');
  await new Fixture(test).appointment('boss', 'ADMIN');
});
afterAll(() => test.stop());

const grant =
  'mutation ($input: GrantAppointmentInput!) { answer: grantAppointment(input: $input) { __typename ... on GrantAppointmentSuccess { appointment { id } } } }';
const end =
  'mutation ($input: EndAppointmentInput!) { answer: endAppointment(input: $input) { __typename ... on EndAppointmentSuccess { appointment { endsAt } } } }';
const confirm =
  'mutation ($input: ConfirmAppointmentInput!) { answer: confirmAppointment(input: $input) { __typename ... on ConfirmAppointmentSuccess { appointment { id isProposed } } } }';
const term = { startsAt: testStart, endsAt: '2027-01-01T00:00:00.000Z' };

async function send(
  subject: string | undefined,
  query: string,
  input: object,
): Promise<{ readonly __typename: string; readonly appointment?: { readonly id: string } }> {
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.['answer'] as { __typename: string };
}

describe('a staff role', () => {
  it('is given by the admin, gives its rights at once, and ends when the admin ends it', async () => {
    const given = await send('sys', grant, { subject: 'amira', role: 'ADVICE_MANAGER', ...term });
    expect(given.__typename).toBe('GrantAppointmentSuccess');
    await send('boss', confirm, { appointmentId: given.appointment?.id });
    const rights = async () =>
      (await test.run('amira', '{ viewer { appointments { role } } insights { threshold } }')).data;
    expect(await rights()).toEqual({
      viewer: { appointments: [{ role: 'ADVICE_MANAGER' }] },
      insights: { threshold: 5 },
    });
    const ended = { appointmentId: given.appointment?.id };
    expect((await send('amira', end, ended)).__typename).toBe('NotAllowedError');
    expect((await send('carl', end, ended)).__typename).toBe('NotFoundError');
    expect(await send('sys', end, ended)).toEqual({
      __typename: 'EndAppointmentSuccess',
      appointment: { endsAt: testStart },
    });
    expect((await send('sys', end, ended)).__typename).toBe('IllegalTransitionError');
    expect(await rights()).toEqual({ viewer: { appointments: [] }, insights: null });
    const events: readonly { name: string }[] = await test.dataSource.query(
      'select name from outbox_event where aggregate_id = $1 order by sequence',
      [given.appointment?.id],
    );
    expect(events.map(({ name }) => name)).toEqual(['AppointmentStarted', 'AppointmentEnded']);
  });

  it('shows whoever may give or end it the way to do so, and nobody else', async () => {
    const given = await send('sys', grant, { subject: 'carl', role: 'RETURNING_OFFICER', ...term });
    const asked = '{ viewer { staffRoleActions } appointments { subject viewerActions } }';
    expect((await test.run('sys', asked)).data).toMatchObject({
      viewer: { staffRoleActions: ['GRANT'] },
      appointments: expect.arrayContaining([
        { subject: 'sys', viewerActions: [] },
        { subject: 'carl', viewerActions: ['END'] },
      ]),
    });
    expect((await test.run('carl', asked)).data).toEqual({
      viewer: { staffRoleActions: [] },
      appointments: [{ subject: 'carl', viewerActions: [] }],
    });
    await send('sys', end, { appointmentId: given.appointment?.id });
  });

  it('is never given to oneself, and by nobody but the admin', async () => {
    expect((await send('sys', grant, { subject: 'sys', role: 'ANALYST', ...term })).__typename).toBe('NotAllowedError');
    for (const subject of ['carl', undefined])
      expect((await send(subject, grant, { subject: 'carl', role: 'ADMIN', ...term })).__typename).toBe(
        'NotAllowedError',
      );
    expect(
      (await send('sys', grant, { subject: 'x', role: 'ANALYST', startsAt: term.endsAt, endsAt: testStart }))
        .__typename,
    ).toBe('ValidationError');
  });

  it('is held once at a time, however many give it at once', async () => {
    const kinds = await Promise.all(
      Array.from({ length: 8 }, () => send('sys', grant, { subject: 'nina', role: 'ANALYST', ...term })),
    );
    expect(kinds.map(({ __typename }) => __typename).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'ConflictError'),
      'GrantAppointmentSuccess',
    ]);
    const rows: readonly unknown[] = await test.dataSource.query(`select 1 from appointment where subject = 'nina'`);
    expect(rows).toHaveLength(1);
    const events: readonly unknown[] = await test.dataSource.query(
      `select 1 from outbox_event where data->>'subject' = 'nina'`,
    );
    expect(events).toHaveLength(1);
    expect((await send('sys', grant, { subject: 'nina', role: 'RETURNING_OFFICER', ...term })).__typename).toBe(
      'GrantAppointmentSuccess',
    );
    expect(
      (
        await send('sys', grant, {
          subject: 'nina',
          role: 'ANALYST',
          startsAt: term.endsAt,
          endsAt: '2027-06-01T00:00:00Z',
        })
      ).__typename,
    ).toBe('GrantAppointmentSuccess');
  });

  it('is seen by its holder and the admin, and answers to nobody else than a missing one', async () => {
    const list = async (subject: string | undefined) =>
      (await test.run(subject, '{ appointments { subject role } }')).data?.['appointments'];
    expect(await list('sys')).toEqual([
      { subject: 'boss', role: 'ADMIN' },
      { subject: 'sys', role: 'ADMIN' },
      { subject: 'nina', role: 'ANALYST' },
      { subject: 'nina', role: 'RETURNING_OFFICER' },
    ]);
    expect(await list('nina')).toEqual([
      { subject: 'nina', role: 'ANALYST' },
      { subject: 'nina', role: 'RETURNING_OFFICER' },
    ]);
    for (const subject of ['carl', undefined]) expect(await list(subject)).toEqual([]);
    const [row]: { id: string }[] = await test.dataSource.query(
      `select id from appointment where subject = 'nina' limit 1`,
    );
    const [hidden, missing] = [
      await test.run('carl', end, { input: { appointmentId: row?.id } }),
      await test.run('carl', end, { input: { appointmentId: 'nonsense' } }),
    ];
    expect(hidden).toEqual(missing);
  });
});

describe('a role near cases', () => {
  const propose = (subject: string, by = 'sys') => send(by, grant, { subject, role: 'CASE_WORKER', ...term });
  const rolesOf = async (subject: string) =>
    (await test.run(subject, '{ viewer { appointments { role } } }')).data?.['viewer'];

  it('gives no right and tells nobody before a second admin confirms it', async () => {
    const { appointment } = await propose('cara');
    const appointmentId = appointment?.id;
    const proposals = '{ appointments { subject } appointmentProposals { subject isProposed viewerActions } }';
    const seen = async (who: string) => (await test.run(who, proposals)).data?.['appointmentProposals'];
    expect(await rolesOf('cara')).toEqual({ appointments: [] });
    expect(await seen('sys')).toEqual([{ subject: 'cara', isProposed: true, viewerActions: ['END'] }]);
    expect(await seen('boss')).toEqual([{ subject: 'cara', isProposed: true, viewerActions: ['CONFIRM', 'END'] }]);
    expect(await seen('cara')).toEqual([{ subject: 'cara', isProposed: true, viewerActions: [] }]);
    const events = async () =>
      test.dataSource.query('select name from outbox_event where aggregate_id = $1', [appointmentId]);
    expect(await events()).toEqual([]);
    for (const who of ['sys', 'cara'])
      expect((await send(who, confirm, { appointmentId })).__typename).toBe('NotAllowedError');
    expect((await send('nina', confirm, { appointmentId })).__typename).toBe('NotFoundError');
    expect((await send('boss', confirm, { appointmentId })).__typename).toBe('ConfirmAppointmentSuccess');
    expect(await rolesOf('cara')).toEqual({ appointments: [{ role: 'CASE_WORKER' }] });
    expect(await events()).toEqual([{ name: 'AppointmentStarted' }]);
    expect((await send('boss', confirm, { appointmentId })).__typename).toBe('IllegalTransitionError');
  });

  it('is taken off without a word when it is not confirmed', async () => {
    const { appointment } = await propose('cleo');
    await send('boss', end, { appointmentId: appointment?.id });
    expect((await send('boss', confirm, { appointmentId: appointment?.id })).__typename).toBe('IllegalTransitionError');
    const events = await test.dataSource.query('select 1 from outbox_event where aggregate_id = $1', [appointment?.id]);
    expect(events).toEqual([]);
  });

  it('is confirmed by one of many who confirm at once', async () => {
    const { appointment } = await propose('cyra');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send('boss', confirm, { appointmentId: appointment?.id })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'ConfirmAppointmentSuccess')).toHaveLength(1);
    const events = await test.dataSource.query('select 1 from outbox_event where aggregate_id = $1', [appointment?.id]);
    expect(events).toHaveLength(1);
  });

  it('needs two persons in the database too, and neither is its holder', async () => {
    const { appointment } = await propose('cyan');
    for (const by of ['sys', 'cyan'])
      await expect(
        test.dataSource.query('update appointment set confirmed_by = $2, confirmed_at = now() where id = $1', [
          appointment?.id,
          by,
        ]),
      ).rejects.toThrow('appointment_two_persons');
    const rows = await test.dataSource.query(`select 1 from actor_appointment where subject = 'cyan'`);
    expect(rows).toEqual([]);
  });
});
