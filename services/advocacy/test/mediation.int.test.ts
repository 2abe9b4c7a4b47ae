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
  for (const subject of ['mona', 'mina']) await fixture.appointment(subject, 'MEDIATOR');
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
