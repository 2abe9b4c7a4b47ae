import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { advocacy, Fixture, keys } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(advocacy, { environment: keys, clock: new TestClock(testStart) });
  fixture = new Fixture(test);
  await test.dataSource.transaction(async (manager) =>
    advocacy.seed?.(manager, {
      anchor: new Date(testStart),
      size: 'small',
      environment: keys,
      onProgress: () => undefined,
    }),
  );
});
afterAll(() => test.stop());

const list = async (who: string, selection: string) =>
  (await fixture.ask(who, `{ viewer { mediations(first: 100) { edges { node ${selection} } } } }`))[
    'viewer'
  ].mediations.edges.map(({ node }: { readonly node: unknown }) => node);

describe('the demo union’s mediations', () => {
  it('give milo one in the middle of it, with words in every room', async () => {
    const held = await list(
      'milo',
      '{ status rooms { kind messages { edges { node { body } } } } sessions { place } }',
    );
    const [living] = held.filter(({ status }: { readonly status: string }) => status === 'SESSIONS');
    expect(living.rooms.map(({ kind }: { readonly kind: string }) => kind)).toEqual([
      'JOINT',
      'CAUCUS',
      'CAUCUS',
      'MEDIATOR',
    ]);
    for (const { messages } of living.rooms) expect(messages.edges.length).toBeGreaterThan(0);
    expect(living.sessions).toHaveLength(2);
  });

  it('give every demo person something to do', async () => {
    const actions = async (who: string) =>
      new Set(
        (await list(who, '{ viewerActions }')).flatMap((node: { viewerActions: string[] }) => node.viewerActions),
      );
    expect([...(await actions('ada'))]).toEqual(expect.arrayContaining(['SIGN', 'REFUSE', 'WRITE', 'WITHDRAW']));
    expect([...(await actions('rosa'))]).toContain('ANSWER_FOLLOW_UP');
    expect([...(await actions('dirk'))]).toContain('WRITE');
    expect([...(await actions('milo'))]).toContain('RECORD_AGREEMENT');
    const { mediationQueue } = await fixture.ask(
      'amira',
      '{ mediationQueue { edges { node { status request candidates { subject isFree } viewerActions } } } }',
    );
    expect(mediationQueue.edges.map(({ node }: { readonly node: object }) => node)).toEqual([
      {
        status: 'AGREED',
        request: null,
        candidates: [
          { subject: 'mediator-jo', isFree: false },
          { subject: 'milo', isFree: true },
        ],
        viewerActions: ['ASSIGN'],
      },
      { status: 'INVITED', request: null, candidates: [], viewerActions: [] },
      { status: 'SUITABLE', request: null, candidates: [], viewerActions: ['INVITE'] },
      {
        status: 'REQUESTED',
        request: expect.stringContaining('Lab reports'),
        candidates: [],
        viewerActions: ['FIND_SUITABLE', 'FIND_UNSUITABLE'],
      },
    ]);
  });

  it('stop the clocks of one case of carl’s, who sees that it is in mediation and nothing else', async () => {
    const [item] = await fixture.sql<{ id: string; assignee: string }>(
      `select id, assignee from case_file where status = 'IN_MEDIATION'`,
    );
    expect(item).toMatchObject({ assignee: 'carl' });
    const { case: seen } = await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { status mediationActions } }', {
      id: item?.id,
    });
    expect(seen).toEqual({ status: 'IN_MEDIATION', mediationActions: [] });
    expect(await fixture.sql('select basis from case_pause where case_id = $1', [item?.id])).toContainEqual({
      basis: 'WRITTEN_AGREEMENT',
    });
  });

  it('are enough in a year for the figures of the advice manager', async () => {
    const { insights } = await fixture.ask(
      'amira',
      '{ insights(academicYear: 2025) { mediation { begun { value } keptPercent { value } } } }',
    );
    expect(insights.mediation.begun.value).toBeGreaterThan(5);
  });
});
