import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Host } from '../src/host/host.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';
import { missing, ServiceFixture } from './service-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let service: ServiceFixture;
let omar: MemberId;
let uma: MemberId;
let host: Host;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  service = new ServiceFixture(test);
  await fixture.member('ada');
  omar = await fixture.member('omar');
  uma = await fixture.member('uma');
  const una = await fixture.member('una');
  await fixture.mandate(uma, 'UNION_OFFICER');
  await fixture.mandate(una, 'UNION_OFFICER');
  host = await service.host({ contactId: omar });
});
afterAll(() => test.stop());

const words = {
  title: 'Reading aloud',
  summary: 'Read to people who cannot see well.',
  kind: 'HEALTH_AND_CARE',
  place: 'Elm House',
  skills: ['A clear voice'],
  languages: ['en', 'zh-CN'],
  access: ['SEATED'],
  isAdultsOnly: false,
  asksHost: true,
};
const partner = { name: 'Elm House', about: 'A home for people who are old.', link: 'https://elm.example' };
const checks = ['PARTNER_KNOWN', 'SAFEGUARDING', 'PARTNER_KNOWN'];

describe('a host', () => {
  it('is listed, changed, closed and opened by union officers alone', async () => {
    expect(await service.act('omar', 'addServiceHost', { ...partner, contactId: omar })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      await service.act('uma', 'addServiceHost', { ...partner, name: ' ', link: 'elm', about: 'x' }),
    ).toMatchObject({
      fields: [{ path: 'name' }, { path: 'about' }, { path: 'link' }, { path: 'contactId', rule: 'REQUIRED' }],
    });
    const added = await service.act('uma', 'addServiceHost', { ...partner, contactId: omar });
    const hostId = added.host?.id;
    expect(added).toMatchObject({ host: { status: 'ACTIVE', viewerActions: ['EDIT', 'CLOSE', 'DRAFT_OPPORTUNITY'] } });
    const edit = (subject: string, id: string | undefined, changes: object) =>
      service.act(subject, 'editServiceHost', { hostId: id, changes });
    expect(await edit('omar', hostId, { name: 'Mine' })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await edit('uma', missing, {})).toMatchObject({ __typename: 'NotFoundError' });
    expect(await edit('uma', hostId, { contactId: null })).toMatchObject({ fields: [{ path: 'changes.contactId' }] });
    expect(await edit('uma', hostId, { link: null, name: 'Elm House II' })).toMatchObject({
      host: { status: 'ACTIVE' },
    });
    expect(await service.act('uma', 'closeServiceHost', { hostId })).toMatchObject({
      host: { status: 'CLOSED', viewerActions: ['REOPEN'] },
    });
    expect(await edit('uma', hostId, {})).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await service.act('omar', 'draftOpportunity', { ...words, hostId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await service.act('omar', 'reopenServiceHost', { hostId })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await service.act('uma', 'reopenServiceHost', { hostId })).toMatchObject({ host: { status: 'ACTIVE' } });
    expect(await service.act('uma', 'closeServiceHost', { hostId: missing })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('is public, but for who its contact is', async () => {
    const read = async (subject: string | undefined) =>
      (await test.run(subject, 'query ($id: ID!) { serviceHost(id: $id) { name contact { id } } }', { id: host.id }))
        .data?.['serviceHost'];
    expect(await read(undefined)).toEqual({ name: host.name, contact: null });
    expect(await read('ada')).toEqual({ name: host.name, contact: null });
    expect(await read('omar')).toEqual({ name: host.name, contact: { id: omar } });
    expect(await read('uma')).toEqual({ name: host.name, contact: { id: omar } });
  });
});

describe('an opportunity', () => {
  it('is seen by everybody once somebody who has no part in it vetted it and it opened', async () => {
    const drafted = await service.act('omar', 'draftOpportunity', { ...words, hostId: host.id });
    const opportunityId = drafted.opportunity?.id;
    expect(drafted).toMatchObject({ opportunity: { status: 'DRAFT', viewerActions: ['EDIT', 'CLOSE'] } });
    const read = async (subject?: string) =>
      (
        await test.run(subject, 'query ($id: ID!) { opportunity(id: $id) { title vettingChecks host { name } } }', {
          id: opportunityId,
        })
      ).data?.['opportunity'];
    expect([await read(), await read('ada')]).toEqual([null, null]);
    expect(await service.act('ada', 'editOpportunity', { opportunityId, changes: { title: 'Hm' } })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(
      await service.act('omar', 'editOpportunity', { opportunityId, changes: { languages: ['English!'] } }),
    ).toMatchObject({
      fields: [{ path: 'changes.languages', rule: 'BAD_FORMAT' }],
    });
    expect(
      await service.act('omar', 'editOpportunity', { opportunityId, changes: { title: 'Reading aloud on Sundays' } }),
    ).toMatchObject({ opportunity: { status: 'DRAFT' } });
    expect(await service.act('omar', 'openOpportunity', { opportunityId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const vet = (subject: string, seen: readonly string[]) =>
      service.act(subject, 'vetOpportunity', { opportunityId, checks: seen, note: 'Called them.' });
    expect(await vet('omar', checks)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await vet('uma', ['PARTNER_KNOWN'])).toMatchObject({ fields: [{ path: 'checks', rule: 'REQUIRED' }] });
    expect(await vet('uma', checks)).toMatchObject({ opportunity: { status: 'VETTED' } });
    expect(await service.act('omar', 'editOpportunity', { opportunityId, changes: {} })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await service.act('omar', 'openOpportunity', { opportunityId })).toMatchObject({
      opportunity: { status: 'OPEN' },
    });
    expect(await read()).toEqual({ title: 'Reading aloud on Sundays', vettingChecks: [], host: { name: host.name } });
    expect(await service.act('ada', 'fillOpportunity', { opportunityId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await service.act('omar', 'fillOpportunity', { opportunityId })).toMatchObject({
      opportunity: { status: 'FILLED' },
    });
    expect(await service.act('omar', 'reopenOpportunity', { opportunityId })).toMatchObject({
      opportunity: { status: 'OPEN' },
    });
    expect(await service.act('omar', 'reopenOpportunity', { opportunityId: missing })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('is not vetted by whoever wrote it or speaks for the host', async () => {
    const byUma = await service.act('uma', 'draftOpportunity', { ...words, hostId: host.id });
    const vet = (subject: string, opportunityId: string | undefined) =>
      service.act(subject, 'vetOpportunity', { opportunityId, checks });
    expect(await vet('uma', byUma.opportunity?.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await vet('una', byUma.opportunity?.id)).toMatchObject({ opportunity: { status: 'VETTED' } });
    const umaHost = await service.host({ contactId: uma });
    const other = await service.opportunity(umaHost, { status: 'DRAFT' });
    expect(await vet('uma', other.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await service.act('ada', 'draftOpportunity', { ...words, hostId: host.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await service.act('uma', 'draftOpportunity', { ...words, hostId: missing })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await service.act('uma', 'draftOpportunity', { ...words, title: '', hostId: host.id })).toMatchObject({
      fields: [{ path: 'title' }],
    });
  });

  it('calls its shifts off when it closes, with the reason', async () => {
    const opportunity = await service.opportunity(host);
    const ahead = await service.shift(opportunity);
    const begun = await service.shift(opportunity, { startsAt: inHours(-1), endsAt: inHours(1) });
    const close = (subject: string, reason: string) =>
      service.act(subject, 'closeOpportunity', { opportunityId: opportunity.id, reason });
    expect(await close('omar', '')).toMatchObject({ fields: [{ path: 'reason' }] });
    expect(await close('ada', 'No.')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await close('omar', 'The house moved.')).toMatchObject({
      opportunity: { status: 'CLOSED', viewerActions: [] },
    });
    expect(await close('omar', 'Again.')).toMatchObject({ __typename: 'IllegalTransitionError' });
    const rows: { id: string; status: string }[] = await test.dataSource.query(
      'select id, status from shift where opportunity_id = $1',
      [opportunity.id],
    );
    expect(new Map(rows.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [ahead.shift.id, 'CANCELLED'],
        [begun.shift.id, 'PLANNED'],
      ]),
    );
  });

  it('has shifts planned by its host, by rules that are all told at once', async () => {
    const opportunity = await service.opportunity(host);
    const plan = (subject: string, changes: object = {}) =>
      service.act(subject, 'planShift', {
        opportunityId: opportunity.id,
        startsAt: inHours(48),
        endsAt: inHours(50),
        meetingPoint: 'At the door.',
        isHard: true,
        roles: [{ name: 'Reader', needed: 2 }],
        ...changes,
      });
    expect(await plan('omar')).toMatchObject({
      shift: { status: 'PLANNED', viewerActions: ['SIGN_UP', 'READ_SIGNUPS', 'CALL_OFF'] },
    });
    expect(await plan('ada')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await plan('omar', { opportunityId: missing })).toMatchObject({ __typename: 'NotFoundError' });
    expect(
      await plan('omar', {
        startsAt: inHours(-1),
        endsAt: inHours(-2),
        meetingPoint: '',
        roles: [
          { name: 'A', needed: 0 },
          { name: 'A', needed: 1 },
        ],
      }),
    ).toMatchObject({
      fields: [
        { path: 'startsAt' },
        { path: 'endsAt' },
        { path: 'meetingPoint' },
        { path: 'roles' },
        { path: 'roles.0.needed' },
      ],
    });
    const draft = await service.opportunity(host, { status: 'DRAFT' });
    expect(await plan('omar', { opportunityId: draft.id })).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('finding', () => {
  it('narrows by kind, language, access, words and free shifts, in few statements', async () => {
    const finder = await service.host({ name: 'Finders', contactId: omar });
    const green = await service.opportunity(finder, {
      title: 'Trees',
      kind: 'ENVIRONMENT',
      languages: ['en', 'zh-CN'],
      access: ['QUIET', 'SEATED'],
      skills: ['Digging'],
    });
    const full = await service.opportunity(finder, { title: 'Full', kind: 'ANIMALS' });
    const shift = await service.shift(full, { needed: 1 });
    await service.signup(shift, omar);
    await service.shift(green);
    const find = async (filter: object): Promise<readonly string[]> => {
      const { data, errors } = await test.run(
        'ada',
        'query ($filter: OpportunityFilterInput) { opportunities(filter: $filter, first: 50) { edges { node { title host { name } nextShiftAt placesLeft viewerActions vettingChecks } } } }',
        { filter: JSON.parse(JSON.stringify({ hostId: finder.id, ...filter })) },
      );
      expect(errors).toBeUndefined();
      return (data as { opportunities: { edges: { node: { title: string } }[] } }).opportunities.edges
        .map(({ node }) => node.title)
        .toSorted();
    };
    expect(await find({})).toEqual(['Full', 'Trees']);
    expect(await find({ kind: 'ENVIRONMENT' })).toEqual(['Trees']);
    expect(await find({ language: 'zh-CN' })).toEqual(['Trees']);
    expect(await find({ access: ['QUIET', 'SEATED'] })).toEqual(['Trees']);
    expect(await find({ access: ['QUIET', 'FROM_HOME'] })).toEqual([]);
    expect(await find({ search: 'DIGGING' })).toEqual(['Trees']);
    expect(await find({ isAdultsOnly: true })).toEqual([]);
    expect(await find({ shiftsFrom: inHours(0), shiftsTo: inHours(100) })).toEqual(['Trees']);
    expect(await find({ shiftsTo: inHours(10) })).toEqual([]);
    expect((await test.countStatements(() => find({}))).length).toBeLessThanOrEqual(6);
  });

  it('lists drafts to vet to union officers, and shifts with whose they are in few statements', async () => {
    const waiting = await test.run(
      'uma',
      '{ viewer { managesService serviceHosts { id } } opportunitiesToVet(first: 50) { edges { node { status } } } serviceHosts(search: "FINDERS") { edges { node { name group { id } opportunities { id } } } } }',
    );
    expect(waiting.errors).toBeUndefined();
    expect(waiting.data).toMatchObject({ viewer: { managesService: true } });
    expect((await test.run('ada', '{ opportunitiesToVet { edges { node { id } } } }')).data).toEqual({
      opportunitiesToVet: { edges: [] },
    });
    const shifts = () =>
      test.run(
        'omar',
        '{ shifts(first: 50) { edges { node { opportunity { title host { name } } roles { name needed taken } viewerSignup { id } viewerNotices { kind } viewerActions } } } }',
      );
    expect((await shifts()).errors).toBeUndefined();
    expect((await test.countStatements(shifts)).length).toBeLessThanOrEqual(11);
  });

  it('answers references as anything else', async () => {
    const hidden = await service.opportunity(host, { status: 'DRAFT' });
    const ask = async (subject: string | undefined, typename: string, id: string) =>
      (
        await test.run(subject, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
          r: [{ __typename: typename, id }],
        })
      ).data?.['_entities'];
    expect(await ask('ada', 'Opportunity', hidden.id)).toEqual(await ask('ada', 'Opportunity', missing));
    expect(await ask('omar', 'Opportunity', hidden.id)).toEqual([{ __typename: 'Opportunity' }]);
    const { shift } = await service.shift(hidden);
    expect(await ask('ada', 'Shift', shift.id)).toEqual([null]);
    const claim = await service.claim(host, omar);
    expect(await ask('ada', 'HoursClaim', claim.id)).toEqual([null]);
    expect(await ask(undefined, 'ServiceHost', host.id)).toEqual([{ __typename: 'ServiceHost' }]);
  });
});
