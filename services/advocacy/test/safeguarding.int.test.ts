import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let caseId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
beforeEach(async () => {
  caseId = await fixture.assigned('ada', 'carl', { otherParties: [] });
  await fixture.expectSuccess('amira', 'nameSecondWorker', { caseId, subject: 'cora' });
});
afterAll(() => test.stop());

const reason = 'She said that she has the tablets with her and will take them tonight.';
const proposal = { ground: 'RISK_TO_LIFE', recipient: 'EMERGENCY_SERVICES', reason };
const shown =
  'id ground recipient status reason proposedBy decidedBy takenAt tellLaterGround tellBy toldAt viewerActions';

async function propose(who = 'carl', changes: object = {}): Promise<string> {
  const answer = await fixture.mutate(
    who,
    'proposeSafeguardingStep',
    { caseId, ...proposal, ...changes },
    'step { id }',
  );
  return answer['step'].id;
}
const stepIn = async (who: string, stepId: string, root: 'case' | 'caseQueue' = 'case') => {
  const data =
    root === 'case'
      ? (
          await fixture.ask(who, `query ($id: ID!) { case(id: $id) { safeguardingSteps { ${shown} } } }`, {
            id: caseId,
          })
        )['case']
      : (await fixture.ask(who, `{ caseQueue(first: 100) { edges { node { id safeguardingSteps { ${shown} } } } } }`))[
          'caseQueue'
        ].edges
          .map(({ node }: { node: { id: string } }) => node)
          .find(({ id }: { id: string }) => id === caseId);
  return data?.safeguardingSteps.find(({ id }: { id: string }) => id === stepId);
};

describe('a step outside without consent', () => {
  it('is proposed with a listed ground and a reason, confirmed by another, taken, and told', async () => {
    const stepId = await propose();
    expect(await stepIn('carl', stepId)).toMatchObject({
      status: 'PROPOSED',
      reason,
      proposedBy: 'carl',
      viewerActions: [],
    });
    expect(await stepIn('ada', stepId)).toBeUndefined();
    expect(await stepIn('amira', stepId, 'caseQueue')).toMatchObject({ reason, viewerActions: ['CONFIRM', 'DECLINE'] });
    expect(await fixture.mutate('carl', 'takeSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'PROPOSED',
    });
    expect(await fixture.mutate('carl', 'confirmSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('amira', 'confirmSafeguardingStep', { stepId });
    expect(await fixture.mutate('amira', 'takeSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('carl', 'takeSafeguardingStep', { stepId });
    expect(await stepIn('ada', stepId)).toEqual({
      id: stepId,
      ground: 'RISK_TO_LIFE',
      recipient: 'EMERGENCY_SERVICES',
      status: 'TAKEN',
      reason,
      proposedBy: null,
      decidedBy: null,
      takenAt: testStart,
      tellLaterGround: null,
      tellBy: null,
      toldAt: testStart,
      viewerActions: [],
    });
    expect(
      await fixture.sql(`select 1 from notice where recipient_kind = 'STUDENT' and source_id = $1`, [stepId]),
    ).toHaveLength(1);
  });

  it('may be confirmed by the other one who works on the case, and be declined', async () => {
    const stepId = await propose('cora');
    expect((await stepIn('carl', stepId)).viewerActions).toEqual(['CONFIRM', 'DECLINE']);
    await fixture.expectSuccess('carl', 'declineSafeguardingStep', { stepId });
    for (const name of ['confirmSafeguardingStep', 'declineSafeguardingStep'] as const)
      expect(await fixture.mutate('amira', name, { stepId })).toMatchObject({
        __typename: 'IllegalTransitionError',
        state: 'DECLINED',
      });
    expect(await fixture.mutate('cora', 'takeSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await stepIn('ada', stepId)).toBeUndefined();
  });

  it('asks every possible second person once, and never the one who proposed it', async () => {
    const stepId = await propose();
    const asked = await fixture.sql(
      `select recipient from notice where reason = 'SECOND_PERSON_WANTED' and source_id = $1 order by recipient`,
      [stepId],
    );
    expect(asked).toEqual([{ recipient: 'amira' }, { recipient: 'cora' }]);
  });

  it('asks no advice manager who is the student or holds an elected office', async () => {
    for (const subject of ['ada', 'uma']) await fixture.appointment(subject, 'ADVICE_MANAGER');
    const stepId = await propose();
    const asked = await fixture.sql(
      `select recipient from notice where reason = 'SECOND_PERSON_WANTED' and source_id = $1 order by recipient`,
      [stepId],
    );
    expect(asked).toEqual([{ recipient: 'amira' }, { recipient: 'cora' }]);
    for (const who of ['ada', 'uma'])
      expect(await fixture.mutate(who, 'confirmSafeguardingStep', { stepId })).toMatchObject({
        __typename: 'NotFoundError',
      });
    await fixture.sql(`delete from actor_appointment where subject in ('ada', 'uma')`);
  });

  it('is told by the stated day when a listed ground says later, and not before', async () => {
    const by = '2026-10-12T09:00:00.000Z';
    const stepId = await propose('carl', { tellLater: { ground: 'WOULD_ADD_DANGER', by } });
    await fixture.expectSuccess('amira', 'confirmSafeguardingStep', { stepId });
    const trace = () =>
      fixture.ask(
        'ada',
        `query ($id: ID!) { case(id: $id) { disclosures(first: 100) { edges { node { at } } } safeguardingSteps { id } } }`,
        { id: caseId },
      );
    const before = await trace();
    await fixture.expectSuccess('carl', 'takeSafeguardingStep', { stepId });
    await stepIn('carl', stepId);
    await stepIn('amira', stepId, 'caseQueue');
    expect(await trace()).toEqual(before);
    expect(await stepIn('carl', stepId)).toMatchObject({
      status: 'TAKEN',
      tellBy: by,
      toldAt: null,
      viewerActions: ['TELL'],
    });
    clock.set(by);
    await fixture.sql(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
      [`tell-safeguarding:${stepId}`],
    );
    await waitFor('the student to be told', async () => (await stepIn('ada', stepId)) !== undefined);
    expect(await stepIn('ada', stepId)).toMatchObject({ reason, toldAt: by });
    clock.set(testStart);
  });

  it('can be told before the stated day, once', async () => {
    const stepId = await propose('carl', {
      tellLater: { ground: 'WOULD_HINDER_INQUIRY', by: '2026-10-20T09:00:00.000Z' },
    });
    await fixture.expectSuccess('amira', 'confirmSafeguardingStep', { stepId });
    expect(await fixture.mutate('carl', 'tellSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await fixture.expectSuccess('carl', 'takeSafeguardingStep', { stepId });
    expect(await fixture.mutate('amira', 'tellSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('cora', 'tellSafeguardingStep', { stepId });
    expect(await fixture.mutate('cora', 'tellSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it.each([
    [{ ground: 'HE_IS_ANNOYING' }, 'ground', 'UNKNOWN'],
    [{ ground: 'WOULD_ADD_DANGER' }, 'ground', 'UNKNOWN'],
    [{ reason: 'Because.' }, 'reason', 'TOO_SHORT'],
    [{ tellLater: { ground: 'RISK_TO_LIFE', by: '2026-10-12T09:00:00.000Z' } }, 'tellLater.ground', 'UNKNOWN'],
    [{ tellLater: { ground: 'WOULD_ADD_DANGER', by: '2026-11-05T09:00:00.000Z' } }, 'tellLater.by', 'OUT_OF_RANGE'],
    [{ tellLater: { ground: 'WOULD_ADD_DANGER', by: '2026-10-04T09:00:00.000Z' } }, 'tellLater.by', 'OUT_OF_RANGE'],
  ])('with %j is not proposed', async (changes, path, rule) => {
    expect(await fixture.mutate('carl', 'proposeSafeguardingStep', { caseId, ...proposal, ...changes })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path, rule }],
    });
  });

  it('is proposed once for one key', async () => {
    const input = { caseId, ...proposal, idempotencyKey: 'step-once' };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => fixture.mutate('carl', 'proposeSafeguardingStep', input, 'step { id }')),
    );
    expect(new Set(answers.map((answer) => answer['step'].id)).size).toBe(1);
    expect(await fixture.mutate('carl', 'proposeSafeguardingStep', { ...input, recipient: 'POLICE' })).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('is decided by one of many who decide at once', async () => {
    const stepId = await propose();
    const answers = await Promise.all(
      ['amira', 'cora', 'amira', 'cora'].map((who, index) =>
        fixture.mutate(who, index % 2 === 0 ? 'confirmSafeguardingStep' : 'declineSafeguardingStep', { stepId }),
      ),
    );
    expect(answers.filter((answer) => String(answer['__typename']).endsWith('Success'))).toHaveLength(1);
  });

  it('needs two persons in the database too, a listed ground and a date for later', async () => {
    const stepId = await propose();
    const change = (set: string) => fixture.sql(`update safeguarding_step set ${set} where id = $1`, [stepId]);
    await expect(change(`status = 'CONFIRMED', decided_by = 'carl', decided_at = now()`)).rejects.toThrow(
      'safeguarding_step_two_persons',
    );
    await expect(change(`status = 'CONFIRMED'`)).rejects.toThrow('safeguarding_step_decided');
    await expect(change(`ground = 'WHIM'`)).rejects.toThrow('safeguarding_step_ground_listed');
    await expect(change(`tell_later_ground = 'WOULD_ADD_DANGER'`)).rejects.toThrow('told_later_by_a_date');
    await expect(
      change(`status = 'TAKEN', decided_by = 'amira', decided_at = now(), taken_at = now()`),
    ).rejects.toThrow('safeguarding_step_told');
  });

  it('does not exist for anybody else, and costs them the same to ask', async () => {
    const stepId = await propose();
    const names = ['confirm', 'decline', 'take', 'tell'].map((one) => `${one}SafeguardingStep`);
    for (const who of ['ada', 'bea', 'uma', 'sys', 'milo', 'dana', undefined]) {
      for (const name of names) {
        const ask = async (id: string) => {
          let answer: unknown;
          const statements = await test.countStatements(async () => {
            answer = await fixture.mutate(who, name, { stepId: id });
          });
          return { answer, statements };
        };
        const hidden = await ask(stepId);
        expect(hidden.answer).toMatchObject({ __typename: 'NotFoundError' });
        expect(hidden).toEqual(await ask(randomUUID()));
      }
    }
  });

  it('is hidden from an advice manager behind a wall', async () => {
    await fixture.appointment('berit', 'ADVICE_MANAGER');
    const stepId = await propose();
    await fixture.expectSuccess('amira', 'raiseCaseWall', { caseId, subject: 'berit' });
    expect(await fixture.mutate('berit', 'confirmSafeguardingStep', { stepId })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('has grounds that everybody can look up', async () => {
    expect(
      (await fixture.ask('carl', '{ safeguardingRule { version grounds laterGrounds laterDaysMax } }'))[
        'safeguardingRule'
      ],
    ).toEqual({
      version: 1,
      grounds: ['ADULT_AT_RISK', 'CHILD_AT_RISK', 'HARM_TO_OTHERS', 'LEGAL_DUTY', 'RISK_TO_LIFE', 'SERIOUS_HARM'],
      laterGrounds: ['WOULD_ADD_DANGER', 'WOULD_HINDER_INQUIRY'],
      laterDaysMax: 28,
    });
  });
});

describe('a case in which somebody may be in danger', () => {
  const queue = async (order = 'OPENED') => {
    const seen: { id: string }[] = [];
    let after: string | null = null;
    do {
      const page: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
        await fixture.ask(
          'amira',
          'query ($after: String, $order: CaseQueueOrder!) { caseQueue(first: 2, after: $after, order: $order) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
          { after, order },
        )
      )['caseQueue'];
      seen.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return seen.map(({ id }) => id);
  };

  it('comes first in the queue, before urgent and before other ones, in either order and over pages', async () => {
    await fixture.sql('update case_file set flagged_at = null');
    const [plain, urgent, flagged, told] = [
      await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden' }),
      await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden' }),
      await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden' }),
      await fixture.opened('bea', { contactName: 'Bea Linden', isInDanger: true }),
    ];
    await fixture.sql(`update case_file set urgency = 'HIGH' where id = $1`, [urgent]);
    await fixture.expectSuccess('carl', 'flagCase', { caseId: flagged });
    for (const order of ['OPENED', 'DEADLINE']) {
      const ids = await queue(order);
      expect(new Set(ids.slice(0, 2))).toEqual(new Set([flagged, told]));
      expect(ids[2]).toBe(urgent);
      expect(ids.indexOf(plain)).toBeGreaterThan(2);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('is flagged and unflagged by those who work on it; its student is not told by the flag', async () => {
    const id = await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden' });
    const flag = async (who: string) =>
      (await fixture.ask(who, 'query ($id: ID!) { case(id: $id) { flaggedAt } }', { id }))['case'];
    await fixture.expectSuccess('carl', 'flagCase', { caseId: id });
    expect([await flag('carl'), await flag('bea')]).toEqual([{ flaggedAt: testStart }, { flaggedAt: null }]);
    expect(await fixture.mutate('carl', 'flagCase', { caseId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    for (const name of ['flagCase', 'unflagCase'])
      expect(await fixture.mutate('bea', name, { caseId: id })).toMatchObject({ __typename: 'NotAllowedError' });
    await fixture.expectSuccess('carl', 'unflagCase', { caseId: id });
    expect(await fixture.mutate('carl', 'unflagCase', { caseId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});
