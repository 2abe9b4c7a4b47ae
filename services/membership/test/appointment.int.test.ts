import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  await new Fixture(test).appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());

const grant =
  'mutation ($input: GrantAppointmentInput!) { answer: grantAppointment(input: $input) { __typename ... on GrantAppointmentSuccess { appointment { id } } } }';
const end =
  'mutation ($input: EndAppointmentInput!) { answer: endAppointment(input: $input) { __typename ... on EndAppointmentSuccess { appointment { endsAt } } } }';
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
    const given = await send('sys', grant, { subject: 'carl', role: 'MEDIATOR', ...term });
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
    expect((await send('sys', grant, { subject: 'nina', role: 'MEDIATOR', ...term })).__typename).toBe(
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
      { subject: 'sys', role: 'ADMIN' },
      { subject: 'nina', role: 'ANALYST' },
      { subject: 'nina', role: 'MEDIATOR' },
    ]);
    expect(await list('nina')).toEqual([
      { subject: 'nina', role: 'ANALYST' },
      { subject: 'nina', role: 'MEDIATOR' },
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
