import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';
import { MediationFixture } from './mediation-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let lead: MediationFixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  for (const subject of ['mona', 'mina']) await fixture.appointment(subject, 'MEDIATOR');
  lead = new MediationFixture(fixture);
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(testStart);
  await fixture.sql('truncate mediation cascade');
});

const typeOf = async (answer: Promise<{ readonly __typename: string }>): Promise<string> => (await answer).__typename;

describe('the formal clocks of the case', () => {
  const day = 86_400_000;
  const clocks = async (caseId: string) => {
    const { case: item } = await fixture.ask(
      'ada',
      'query ($id: ID!) { case(id: $id) { status deadlines { kind dueAt } } }',
      { id: caseId },
    );
    const due = item.deadlines.find(({ kind }: { readonly kind: string }) => kind === 'PROCEDURE')?.dueAt;
    return { status: item.status as string, due: new Date(due) };
  };
  const dated = async (): Promise<string> => {
    const caseId = await fixture.assigned();
    await lead.done('carl', 'advanceCase', { caseId, stage: 'FORMAL', procedureDeadline: '2026-11-02T17:00:00.000Z' });
    return caseId;
  };

  it.each([
    ['an agreement', (mediationId: string) => lead.agreement(mediationId)],
    ['no agreement', (mediationId: string) => lead.done('milo', 'endMediationWithoutAgreement', { mediationId })],
    ['a withdrawal', (mediationId: string) => lead.done('bea', 'withdrawFromMediation', { mediationId })],
  ])('stand still from the last signature on and run again by themselves after %s', async (_name, end) => {
    const caseId = await dated();
    const before = await clocks(caseId);
    const mediationId = await lead.joined({ caseId });
    await lead.sign('ada', mediationId);
    expect((await clocks(caseId)).status).toBe('OPEN');
    await lead.sign('bea', mediationId);
    expect((await clocks(caseId)).status).toBe('IN_MEDIATION');
    await lead.done('amira', 'assignMediator', { mediationId, mediator: 'milo' });
    await lead.done('milo', 'planMediationSession', {
      mediationId,
      startsAt: '2026-12-01T10:00:00.000Z',
      place: 'Room 4',
    });
    clock.advance(5 * day);
    await end(mediationId);
    const after = await clocks(caseId);
    expect(after.status).toBe('OPEN');
    expect(after.due.getTime()).toBeGreaterThanOrEqual(before.due.getTime() + 4 * day);
    const [pause] = await fixture.sql<{ from_at: Date; to_at: Date | null }>(
      `select from_at, to_at from case_pause where case_id = $1 and basis = 'WRITTEN_AGREEMENT'`,
      [caseId],
    );
    expect(pause).toEqual({ from_at: new Date(testStart), to_at: clock.now() });
  });

  it('never stand still for an invitation that was not signed by all', async () => {
    const caseId = await dated();
    const mediationId = await lead.joined({ caseId });
    await lead.sign('ada', mediationId);
    await lead.done('bea', 'refuseMediation', { mediationId });
    expect(await fixture.sql('select 1 from case_pause where case_id = $1', [caseId])).toEqual([]);
    expect((await clocks(caseId)).status).toBe('OPEN');
  });
});

describe('two at the same time', () => {
  it('sign for both sides, and the mediation is agreed to once', async () => {
    const mediationId = await lead.joined();
    const types = await Promise.all(['ada', 'bea'].map((who) => typeOf(lead.sign(who, mediationId))));
    expect(types).toEqual(['SignMediationAgreementSuccess', 'SignMediationAgreementSuccess']);
    expect(await lead.status(mediationId)).toBe('AGREED');
  });

  it('sign and refuse, and the mediation is one thing or the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mediationId = await lead.joined();
      await lead.sign('ada', mediationId);
      const [signed, refused] = await Promise.all([
        typeOf(lead.sign('bea', mediationId)),
        typeOf(lead.act('ada', 'refuseMediation', { mediationId })),
      ]);
      const wins = [signed, refused].filter((type) => type.endsWith('Success'));
      expect(wins).toHaveLength(1);
      expect(await lead.status(mediationId)).toBe(signed.endsWith('Success') ? 'AGREED' : 'NOT_AGREED');
      await fixture.sql('truncate mediation cascade');
    }
  });

  it('assign two mediators, and one has it', async () => {
    const mediationId = await lead.agreed();
    await fixture.appointment('anna', 'ADVICE_MANAGER');
    const types = await Promise.all([
      typeOf(lead.act('amira', 'assignMediator', { mediationId, mediator: 'milo' })),
      typeOf(lead.act('anna', 'assignMediator', { mediationId, mediator: 'mona' })),
    ]);
    expect(types.filter((type) => type.endsWith('Success'))).toHaveLength(1);
    expect(
      await fixture.sql(`select layer from mediation_key where data_key is not null and layer = 'JOINT'`),
    ).toHaveLength(1);
  });

  it('make somebody the mediator and the case worker of one case, and they become one of the two', async () => {
    for (const role of ['CASE_WORKER', 'MEDIATOR']) await fixture.appointment('mira', role);
    for (let round = 0; round < 5; round += 1) {
      await fixture.sql(`delete from case_assignment where subject = 'mira'`);
      const caseId = await fixture.assigned();
      const mediationId = await lead.agreed({ caseId });
      const outcomes = await Promise.allSettled([
        lead.act('amira', 'assignMediator', { mediationId, mediator: 'mira' }),
        lead.act('amira', 'assignCase', { caseId, assignee: 'mira' }),
      ]);
      const wins = outcomes.filter(
        (one) => one.status === 'fulfilled' && String(one.value['__typename']).endsWith('Success'),
      );
      expect(wins.length).toBeLessThanOrEqual(1);
      const both = await fixture.sql(
        `select 1 from mediation m join case_assignment a on a.case_id = m.case_id and a.subject = m.mediator`,
      );
      expect(both).toEqual([]);
      await fixture.sql('truncate mediation cascade');
    }
  });

  it('take the same side with one code, and one has it', async () => {
    const { codes } = await lead.invited();
    const types = await Promise.all(
      ['bea', 'rosa'].map((who) => typeOf(lead.act(who, 'joinMediation', { code: codes[0] ?? '' }))),
    );
    expect(types.toSorted()).toEqual(['JoinMediationSuccess', 'NotFoundError']);
  });
});

describe('a mediator', () => {
  const free = async (mediationId: string) => {
    const { mediationQueueEntry } = await fixture.ask(
      'amira',
      'query ($id: ID!) { mediationQueueEntry(id: $id) { candidates { subject isFree } } }',
      { id: mediationId },
    );
    return Object.fromEntries(
      mediationQueueEntry.candidates.map((one: { subject: string; isFree: boolean }) => [one.subject, one.isFree]),
    );
  };

  it('who declared a name of one of the sides is not free, and does not even see it in the queue', async () => {
    await lead.done('milo', 'declareMediatorTies', { names: ['Milo Brandt', 'marlow, BEA'] });
    const mediationId = await lead.agreed();
    expect(await free(mediationId)).toMatchObject({ milo: false, mona: true });
    expect(await typeOf(lead.act('amira', 'assignMediator', { mediationId, mediator: 'milo' }))).toBe(
      'ValidationError',
    );
    await lead.requested({}, 'ada');
    const queue = '{ mediationQueue { edges { node { id } } } }';
    expect((await fixture.ask('milo', queue))['mediationQueue'].edges).toEqual([]);
    expect((await fixture.ask('mona', queue))['mediationQueue'].edges).toHaveLength(1);
    expect((await fixture.ask('milo', '{ viewer { mediatorTies } }'))['viewer']).toEqual({ mediatorTies: 2 });
    expect((await fixture.ask('ada', '{ viewer { mediatorTies } }'))['viewer']).toEqual({ mediatorTies: null });
    expect(await typeOf(lead.act('ada', 'declareMediatorTies', { names: ['Ada'] }))).toBe('NotAllowedError');
    expect(await typeOf(lead.act('milo', 'declareMediatorTies', { names: [] }))).toBe('ValidationError');
    await fixture.sql('delete from mediator_tie');
  });

  it('who ever worked on the case, or on another one of a side, is not free', async () => {
    await fixture.appointment('mona', 'CASE_WORKER');
    const caseId = await fixture.assigned('ada', 'carl');
    await fixture.assigned('bea', 'mona');
    const mediationId = await lead.agreed({ caseId });
    expect(await free(mediationId)).toMatchObject({ milo: true, mona: false });
    await fixture.sql(`delete from actor_appointment where subject = 'mona' and role = 'CASE_WORKER'`);
  });

  it('who works or worked for an invited department is not free', async () => {
    await fixture.post('mona', fixture.departments.library, 'STAFF');
    const { mediationId } = await lead.invited({
      parties: [{ kind: 'DEPARTMENT', departmentId: fixture.departments.library }],
    });
    for (const who of ['ada', 'lena']) await lead.sign(who, mediationId);
    expect(await free(mediationId)).toMatchObject({ milo: true, mona: false });
    await fixture.sql(`delete from department_post where subject = 'mona'`);
  });

  it('is never the case worker, though every check were forgotten', async () => {
    const caseId = await fixture.assigned();
    const mediationId = await lead.agreed({ caseId });
    await expect(
      fixture.sql(`update mediation set mediator = 'carl', status = 'ASSIGNED' where id = $1`, [mediationId]),
    ).rejects.toThrow('a case worker of the case cannot be its mediator');
    await lead.done('amira', 'assignMediator', { mediationId, mediator: 'milo' });
    await expect(
      fixture.sql(
        `insert into case_assignment (id, case_id, subject, assigned_at, ended_at, end_reason) values (gen_random_uuid(), $1, 'milo', now(), now(), 'RELIEVED')`,
        [caseId],
      ),
    ).rejects.toThrow('this person is kept from this case');
  });

  it('is kept from the case for good, and whoever would give it to them is told so as data', async () => {
    await fixture.appointment('milo', 'CASE_WORKER');
    const caseId = await fixture.assigned();
    const mediationId = await lead.agreed({ caseId });
    await lead.done('amira', 'assignMediator', { mediationId, mediator: 'milo' });
    await lead.done('milo', 'endMediationWithoutAgreement', { mediationId });
    expect(await typeOf(lead.act('amira', 'assignCase', { caseId, assignee: 'milo' }))).toBe('ValidationError');
    await fixture.sql(`delete from actor_appointment where subject = 'milo' and role = 'CASE_WORKER'`);
  });

  it('is looked for among mediators in office by the advice manager alone', async () => {
    const mediationId = await lead.agreed();
    for (const mediator of ['carl', 'nobody', 'uma'])
      expect(await typeOf(lead.act('amira', 'assignMediator', { mediationId, mediator }))).toBe('ValidationError');
    for (const who of ['milo', 'carl', 'uma', 'sys'])
      expect(await typeOf(lead.act(who, 'assignMediator', { mediationId, mediator: 'milo' }))).toBe('NotFoundError');
  });

  it('who steps back takes with them what was told in private', async () => {
    const mediationId = await lead.inSessions();
    const caucus = await lead.room('bea', mediationId, 'CAUCUS');
    const joint = await lead.room('bea', mediationId, 'JOINT');
    await lead.write('bea', caucus, 'For milo alone');
    await lead.write('bea', joint, 'For everybody');
    await lead.done('milo', 'stepBackFromMediation', { mediationId });
    expect(await lead.status(mediationId)).toBe('AGREED');
    expect(await lead.status(mediationId, 'milo')).toBeUndefined();
    await lead.done('amira', 'assignMediator', { mediationId, mediator: 'mina' });
    const words = JSON.stringify(await lead.rooms('mina', mediationId));
    expect(words).toContain('For everybody');
    expect(words).not.toContain('For milo alone');
    expect(await typeOf(lead.write('bea', caucus, 'To whom?'))).toBe('NotFoundError');
  });
});
