import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';
import { MediationFixture, wish } from './mediation-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let lead: MediationFixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  for (const subject of ['mona', 'mika']) await fixture.appointment(subject, 'MEDIATOR');
  lead = new MediationFixture(fixture);
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(testStart);
  await fixture.sql('truncate mediation cascade');
});

const typeOf = async (answer: Promise<{ readonly __typename: string }>): Promise<string> => (await answer).__typename;
const statusOf = async (mediationId: string): Promise<string | undefined> =>
  (await fixture.sql<{ status: string }>('select status from mediation where id = $1', [mediationId]))[0]?.status;

/** Lets the timed step run, whose instant the test clock has reached, until the mediation stands there. */
const until = (mediationId: string, status: string): Promise<void> =>
  waitFor(`the mediation to be ${status}`, async () => {
    await fixture.sql(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key like '%' || $1 and locked_at is null), run_at := now())`,
      [mediationId],
    );
    return (await statusOf(mediationId)) === status;
  });

describe('a mediation', () => {
  it('goes from the wish to terms that were kept', async () => {
    const mediationId = await lead.inSessions();
    await lead.agreement(mediationId);
    expect(await lead.status(mediationId)).toBe('AGREEMENT');
    clock.advance(28 * 86_400_000);
    await until(mediationId, 'FOLLOW_UP');
    await lead.done('ada', 'answerMediationFollowUp', { mediationId, answer: 'KEPT' });
    expect(await lead.status(mediationId)).toBe('FOLLOW_UP');
    await lead.done('bea', 'answerMediationFollowUp', { mediationId, answer: 'KEPT' });
    expect(await lead.status(mediationId)).toBe('KEPT');
  });

  it('is broken once one side says so, and nobody is shown which', async () => {
    const mediationId = await lead.inSessions();
    await lead.agreement(mediationId);
    clock.advance(28 * 86_400_000);
    await until(mediationId, 'FOLLOW_UP');
    await lead.done('bea', 'answerMediationFollowUp', { mediationId, answer: 'BROKEN' });
    await lead.done('ada', 'answerMediationFollowUp', { mediationId, answer: 'KEPT' });
    const { mediation } = await fixture.ask(
      'ada',
      'query ($id: ID!) { mediation(id: $id) { status viewerFollowUp parties { id } } }',
      { id: mediationId },
    );
    expect(mediation).toMatchObject({ status: 'BROKEN', viewerFollowUp: 'KEPT' });
    const { fields } = (await fixture.ask('ada', '{ __type(name: "MediationParty") { fields { name } } }'))['__type'];
    expect(fields.map(({ name }: { readonly name: string }) => name)).not.toContain('followUp');
  });

  it('counts the answers that came when the time for them is over, and stays open without any', async () => {
    const [answered, silent] = [await lead.inSessions(), await lead.inSessions()];
    for (const mediationId of [answered, silent]) await lead.agreement(mediationId);
    clock.advance(28 * 86_400_000);
    for (const mediationId of [answered, silent]) await until(mediationId, 'FOLLOW_UP');
    await lead.done('ada', 'answerMediationFollowUp', { mediationId: answered, answer: 'KEPT' });
    clock.advance(40 * 86_400_000);
    await until(answered, 'KEPT');
    expect(await statusOf(silent)).toBe('FOLLOW_UP');
    expect(await typeOf(lead.act('bea', 'answerMediationFollowUp', { mediationId: answered, answer: 'BROKEN' }))).toBe(
      'IllegalTransitionError',
    );
    await lead.done('bea', 'answerMediationFollowUp', { mediationId: silent, answer: 'BROKEN' });
    expect(await statusOf(silent)).toBe('BROKEN');
  });

  it('needs a name, words and another side, each named once', async () => {
    for (const broken of [
      { ownName: '' },
      { request: 'short' },
      { parties: [] },
      { parties: [{ kind: 'DEPARTMENT' }] },
      { parties: [{ kind: 'DEPARTMENT', departmentId: randomUUID() }] },
      { parties: [{ kind: 'STUDENT', name: 'Okafor, Ada' }] },
    ])
      expect(await typeOf(lead.act('ada', 'requestMediation', { ...wish, ...broken }))).toBe('ValidationError');
    for (const who of ['carl', 'dana', undefined])
      expect(await typeOf(lead.act(who, 'requestMediation', wish))).toBe('NotAllowedError');
  });

  it('is asked for once, however often the request is repeated', async () => {
    const input = { ...wish, idempotencyKey: randomUUID() };
    const first = await lead.done('ada', 'requestMediation', input, 'mediation { id }');
    expect(await lead.done('ada', 'requestMediation', input, 'mediation { id }')).toEqual(first);
    expect(await typeOf(lead.act('ada', 'requestMediation', { ...input, ownName: 'Another' }))).toBe('ConflictError');
  });

  it('is found unsuitable for a listed reason, which whoever asked is told', async () => {
    const mediationId = await lead.requested();
    await lead.done('milo', 'screenMediation', { mediationId, unsuitableReason: 'NEEDS_INVESTIGATION' });
    const { mediation } = await fixture.ask(
      'ada',
      'query ($id: ID!) { mediation(id: $id) { status unsuitableReason request parties { name } } }',
      { id: mediationId },
    );
    expect(mediation).toEqual({
      status: 'UNSUITABLE',
      unsuitableReason: 'NEEDS_INVESTIGATION',
      request: null,
      parties: [{ name: null }, { name: null }],
    });
  });

  it('shows whoever asked that the request was read to screen it, and by nobody else', async () => {
    const mediationId = await lead.requested();
    const read = (who: string) =>
      fixture.ask(who, 'query ($id: ID!) { mediationQueueEntry(id: $id) { request } }', { id: mediationId });
    expect(await read('amira')).toEqual({ mediationQueueEntry: { request: wish.request } });
    const readings =
      '{ viewer { mediations { edges { node { readings { edges { node { layer readerRole } } } } } } } }';
    const { viewer } = await fixture.ask('ada', readings);
    expect(viewer.mediations.edges[0].node.readings.edges).toEqual([
      { node: { layer: 'REQUEST', readerRole: 'SCREENER' } },
    ]);
    await lead.done('amira', 'screenMediation', { mediationId });
    expect(await read('amira')).toEqual({ mediationQueueEntry: { request: null } });
  });
});

describe('an invitation', () => {
  it('opens with its code alone, tells nothing of the matter, and is used once', async () => {
    const { mediationId, codes } = await lead.invited();
    const [code = ''] = codes;
    const shown = await lead.done(
      undefined,
      'openMediationInvitation',
      { code: code.toLowerCase().replaceAll('-', ' ') },
      'invitation { kind invitedUntil agreement { version paragraphs } }',
    );
    expect(shown['invitation']).toMatchObject({ kind: 'STUDENT', agreement: { version: 1 } });
    expect(shown['invitation'].agreement.paragraphs.join(' ')).toContain('keep the complaint itself secret');
    expect(await typeOf(lead.act(undefined, 'joinMediation', { code }))).toBe('NotAllowedError');
    expect(await typeOf(lead.act('ada', 'joinMediation', { code }))).toBe('NotFoundError');
    await lead.done('bea', 'joinMediation', { code });
    expect(await typeOf(lead.act('omar', 'joinMediation', { code }))).toBe('NotFoundError');
    expect(await lead.status(mediationId, 'bea')).toBe('INVITED');
  });

  it('answers a wrong code as it answers a late one', async () => {
    const { codes } = await lead.invited();
    const [code = ''] = codes;
    const wrong = '00000-00000-00000-00000';
    clock.advance(60 * 86_400_000);
    for (const name of ['openMediationInvitation', 'joinMediation', 'refuseMediationInvitation'])
      expect(await lead.act('bea', name, { code })).toEqual(await lead.act('bea', name, { code: wrong }));
  });

  it('gives a new code to who has not joined, and the one before opens nothing', async () => {
    const { mediationId, codes } = await lead.invited();
    const again = await lead.done('amira', 'inviteMediationParties', { mediationId }, 'codes { code party { name } }');
    expect(again['codes']).toEqual([
      { code: expect.not.stringMatching(codes[0] ?? ''), party: { name: 'Bea Marlow' } },
    ]);
    expect(await typeOf(lead.act('bea', 'joinMediation', { code: codes[0] ?? '' }))).toBe('NotFoundError');
    await lead.done('bea', 'joinMediation', { code: again['codes'][0].code });
  });

  it('can be turned down with the code alone, and nothing tells who did', async () => {
    const { mediationId, codes } = await lead.invited();
    await lead.sign('ada', mediationId);
    await lead.done(undefined, 'refuseMediationInvitation', { code: codes[0] ?? '' });
    expect(await lead.status(mediationId)).toBe('NOT_AGREED');
    expect(await fixture.sql('select * from mediation_signature')).toEqual([]);
  });

  it('ends by itself after ten working days', async () => {
    const mediationId = await lead.joined();
    await lead.sign('ada', mediationId);
    clock.set('2026-10-19T22:59:00.000Z');
    expect(await lead.status(mediationId)).toBe('INVITED');
    clock.set('2026-10-20T00:00:00.000Z');
    await until(mediationId, 'NOT_AGREED');
  });

  it('is signed in the version that was read, once for each side', async () => {
    const mediationId = await lead.joined();
    expect(await typeOf(lead.act('bea', 'signMediationAgreement', { mediationId, agreementVersion: 2 }))).toBe(
      'ValidationError',
    );
    const input = { mediationId, agreementVersion: 1, idempotencyKey: randomUUID() };
    await lead.done('bea', 'signMediationAgreement', input);
    await lead.done('bea', 'signMediationAgreement', input);
    expect(await typeOf(lead.sign('bea', mediationId))).toBe('NotAllowedError');
    expect(await fixture.sql('select rule_version from mediation_signature')).toEqual([{ rule_version: 1 }]);
  });

  it('reaches a department by the sign-in of its lead', async () => {
    const { departments } = fixture;
    const { mediationId, codes } = await lead.invited({
      parties: [{ kind: 'DEPARTMENT', departmentId: departments.housing }],
    });
    expect(codes).toEqual([]);
    expect([await lead.status(mediationId, 'dirk'), await lead.status(mediationId, 'dana')]).toEqual([
      'INVITED',
      undefined,
    ]);
    for (const who of ['ada', 'dirk']) await lead.sign(who, mediationId);
    expect(await lead.status(mediationId, 'dirk')).toBe('AGREED');
    const { mediation } = await fixture.ask('ada', 'query ($id: ID!) { mediation(id: $id) { parties { name } } }', {
      id: mediationId,
    });
    expect(mediation.parties[1]).toEqual({ name: 'Student Housing' });
  });

  it('lets a group of students come with a speaker, who alone signs for them', async () => {
    const { mediationId, codes } = await lead.invited({ parties: [{ kind: 'COLLECTIVE', name: 'Third floor' }] });
    const [code = ''] = codes;
    for (const who of ['bea', 'rosa']) await lead.done(who, 'joinMediation', { code });
    expect(await typeOf(lead.sign('rosa', mediationId))).toBe('NotAllowedError');
    for (const who of ['ada', 'bea']) await lead.sign(who, mediationId);
    await lead.done('amira', 'assignMediator', { mediationId, mediator: 'milo' });
    const joint = await lead.room('rosa', mediationId, 'JOINT');
    expect(await typeOf(lead.write('rosa', joint, 'I as well'))).toBe('NotAllowedError');
    expect(await typeOf(lead.write('bea', joint, 'We all'))).toBe('PostMediationMessageSuccess');
    const caucus = await lead.room('rosa', mediationId, 'CAUCUS');
    expect(await typeOf(lead.write('rosa', caucus, 'Between us'))).toBe('PostMediationMessageSuccess');
  });
});

describe('the proposal of a case worker', () => {
  const propose = (caseId: string) =>
    lead.done('carl', 'proposeMediation', {
      caseId,
      studentName: 'Ada Okafor',
      parties: wish.parties,
      request: wish.request,
    });

  it('is screened after the student’s yes, and by nobody before', async () => {
    const caseId = await fixture.assigned();
    await propose(caseId);
    const own = '{ viewer { mediations { edges { node { id status viewerActions } } } } }';
    const { node } = (await fixture.ask('ada', own))['viewer'].mediations.edges[0];
    expect(node).toMatchObject({ status: 'PROPOSED', viewerActions: ['CONSENT', 'DECLINE'] });
    expect(
      (await fixture.ask('amira', '{ mediationQueue { edges { node { id } } } }'))['mediationQueue'].edges,
    ).toEqual([]);
    await lead.done('ada', 'answerMediationProposal', { mediationId: node.id, consents: true });
    expect(await lead.status(node.id)).toBe('REQUESTED');
    expect(await lead.status(node.id, 'carl')).toBeUndefined();
  });

  it('ends with the student’s no, of which only the student hears', async () => {
    const caseId = await fixture.assigned();
    await propose(caseId);
    const own = '{ viewer { mediations { edges { node { id } } } } }';
    const { id } = (await fixture.ask('ada', own))['viewer'].mediations.edges[0].node;
    await lead.done('ada', 'answerMediationProposal', { mediationId: id, consents: false });
    expect(await lead.status(id)).toBe('NOT_AGREED');
    const { viewer } = await fixture.ask('carl', own);
    expect(viewer.mediations.edges).toEqual([]);
  });

  it('waits for no second mediation in the same case, whoever asks', async () => {
    const caseId = await fixture.assigned();
    const actions = async (who: string) =>
      (await fixture.ask(who, 'query ($id: ID!) { case(id: $id) { mediationActions } }', { id: caseId }))['case']
        .mediationActions;
    expect([await actions('ada'), await actions('carl')]).toEqual([['REQUEST'], ['PROPOSE']]);
    const both = await Promise.all([
      typeOf(lead.act('ada', 'requestMediation', { ...wish, caseId })),
      typeOf(
        lead.act('carl', 'proposeMediation', {
          caseId,
          studentName: 'Ada Okafor',
          parties: wish.parties,
          request: wish.request,
        }),
      ),
    ]);
    expect(both.filter((type) => type.endsWith('Success'))).toHaveLength(1);
    expect([await actions('ada'), await actions('carl')]).toEqual([[], []]);
    expect(await typeOf(lead.act('ada', 'requestMediation', { ...wish, caseId }))).toBe('IllegalTransitionError');
    expect(await typeOf(lead.act('bea', 'requestMediation', { ...wish, caseId }))).toBe('NotFoundError');
  });
});

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
    await lead.done('amira', 'assignMediator', { mediationId, mediator: 'mika' });
    const words = JSON.stringify(await lead.rooms('mika', mediationId));
    expect(words).toContain('For everybody');
    expect(words).not.toContain('For milo alone');
    expect(await typeOf(lead.write('bea', caucus, 'To whom?'))).toBe('NotFoundError');
  });
});
