import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoProposals } from '@guildhall/demo';
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

const actions = async (who: string, name: keyof typeof demoProposals): Promise<readonly string[]> =>
  (await fixture.ask(who, 'query ($id: ID!) { proposal(id: $id) { viewerActions } }', { id: demoProposals[name] }))[
    'proposal'
  ].viewerActions;

describe('the proposals of the demo union', () => {
  it('have something to do for each of the demo people', async () => {
    expect(await actions('ada', 'lateLibrary')).toEqual(['AMEND', 'ENDORSE', 'WITHDRAW']);
    expect(await actions('rosa', 'draft')).toEqual(['ANSWER_SECONDING']);
    expect(await actions('ada', 'changedText')).toEqual(['ENDORSE']);
    expect(await actions('uma', 'screening')).toContain('FILE');
    expect(await actions('uma', 'appealed')).toEqual(['REJECT_APPEAL', 'UPHOLD_APPEAL']);
    expect(await actions('uma', 'council')).toEqual(['RECORD_COUNCIL']);
    expect(await actions('dana', 'referred')).toEqual(['ACKNOWLEDGE']);
    expect(await actions('dirk', 'withDraft')).toEqual(['DRAFT_ANSWER', 'ANSWER']);
    expect(await actions('dirk', 'inDelivery')).toEqual(['COMPLETE_MILESTONE', 'DELIVER']);
    expect(await actions('ada', 'lapsed')).toEqual(['REVIVE']);
  });

  it('tell Ada what happened to those that concern her', async () => {
    const { updates } = (
      await fixture.ask('ada', '{ viewer { updates { unreadCount edges { node { change proposal { title } } } } } }')
    )['viewer'];
    expect(updates.unreadCount).toBeGreaterThan(4);
    expect(updates.edges.length).toBeGreaterThan(10);
    expect(updates.edges.every(({ node }: { node: { proposal: object | null } }) => node.proposal !== null)).toBe(true);
  });

  it('are found when something like them is written', async () => {
    const { similarMatters } = await fixture.ask(
      'ada',
      '{ similarMatters(title: "Library study space until late") { title } }',
    );
    expect(similarMatters[0].title).toContain('study space');
  });

  it('give the promise clock something to tell, and something to withhold', async () => {
    const { departments } = await fixture.ask(
      undefined,
      '{ departments { promise { lines { kind medianDays { value suppressed } } } } }',
    );
    const medians = departments.flatMap(
      ({ promise }: { promise: { lines: { kind: string; medianDays: { suppressed: boolean } }[] } }) =>
        promise.lines.filter(({ kind }) => kind === 'PROPOSAL').map(({ medianDays }) => medianDays.suppressed),
    );
    expect(medians).toContain(false);
    expect(medians).toContain(true);
  });
});
