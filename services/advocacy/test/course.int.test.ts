import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { brokenConstraint } from '@guildhall/subgraph';
import { startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const file =
  'query ($id: ID!) { case(id: $id) { status stage outcome completedAt courseActions reopening { fact statement decision } lesson { id words status returnReason } stages { stage openedAt endedAt outcome decidedAt summary redress deadlines { kind dueAt } } deadlines { kind dueAt stage measure } } }';
const read = async (who: string, id: string) => (await fixture.ask(who, file, { id }))['case'];
const outcome = (caseId: string, changes: object = {}) =>
  fixture.expectSuccess('carl', 'recordOutcome', {
    caseId,
    outcome: 'NOT_UPHELD',
    summary: 'They said no.',
    ...changes,
  });
const entryOf = async (caseId: string) => {
  const { caseQueue } = await fixture.ask(
    'amira',
    '{ caseQueue(part: OVER, first: 100) { edges { node { id courseActions reopening { fact decision } } } } }',
  );
  return caseQueue.edges
    .map(({ node }: { node: { id: string } }) => node)
    .find(({ id }: { id: string }) => id === caseId);
};
const broken = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => brokenConstraint(error),
  );

describe('the course of a case', () => {
  it('keeps each stage with its own dates, outcome and redress, up to the external adjudicator', async () => {
    const caseId = await fixture.assigned();
    await outcome(caseId, { redress: ['EXPLANATION', 'APOLOGY', 'APOLOGY'] });
    expect((await read('ada', caseId)).courseActions).toEqual(['GO_FURTHER']);
    clock.set('2026-10-12T09:00:00Z');
    await fixture.expectSuccess('ada', 'goFurther', { caseId });
    expect(await read('ada', caseId)).toMatchObject({ status: 'OPEN', stage: 'EARLY_RESOLUTION', outcome: null });
    await fixture.expectSuccess('carl', 'advanceCase', {
      caseId,
      stage: 'FORMAL',
      procedureDeadline: '2026-11-30T16:00:00.000Z',
    });
    expect(await fixture.mutate('carl', 'advanceCase', { caseId, stage: 'EXTERNAL' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await outcome(caseId, { outcome: 'PARTLY_UPHELD', summary: 'In part.', redress: ['FEE'] });
    expect((await read('carl', caseId)).courseActions).toEqual(['SET_DEADLINE', 'MEET_DEADLINE', 'RECORD_COMPLETION']);
    clock.set('2026-12-01T09:00:00Z');
    expect(
      await fixture.mutate('carl', 'recordCompletionLetter', { caseId, issuedAt: '2026-12-02T09:00:00.000Z' }),
    ).toMatchObject({ fields: [{ path: 'issuedAt', rule: 'OUT_OF_RANGE' }] });
    await fixture.expectSuccess('carl', 'recordCompletionLetter', { caseId, issuedAt: '2026-11-30T12:00:00.000Z' });
    const seen = await read('ada', caseId);
    expect(seen).toMatchObject({
      stage: 'EXTERNAL',
      status: 'OPEN',
      completedAt: '2026-11-30T12:00:00.000Z',
      stages: [
        {
          stage: 'ADVICE',
          openedAt: testStart,
          endedAt: '2026-10-12T09:00:00.000Z',
          outcome: 'NOT_UPHELD',
          summary: 'They said no.',
          redress: ['APOLOGY', 'EXPLANATION'],
        },
        { stage: 'EARLY_RESOLUTION', outcome: null, summary: null, redress: [] },
        {
          stage: 'FORMAL',
          outcome: 'PARTLY_UPHELD',
          summary: 'In part.',
          redress: ['FEE'],
          deadlines: [{ kind: 'PROCEDURE', dueAt: '2026-11-30T16:00:00.000Z' }],
        },
        {
          stage: 'EXTERNAL',
          endedAt: null,
          outcome: null,
          deadlines: [{ kind: 'EXTERNAL', dueAt: '2027-11-30T23:59:59.999Z' }],
        },
      ],
    });
    expect(await fixture.mutate('carl', 'recordCompletionLetter', { caseId, issuedAt: testStart })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('opens the external stage by a letter alone, also to whoever writes the table', async () => {
    const caseId = await fixture.assigned();
    expect(await broken(fixture.sql(`update case_file set stage = 'EXTERNAL' where id = $1`, [caseId]))).toBe(
      'case_file_external_needs_letter',
    );
    expect(await fixture.mutate('carl', 'recordCompletionLetter', { caseId, issuedAt: testStart })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'ADVICE',
    });
  });

  it('is moved by those whose it is, and is not there for anybody else', async () => {
    const caseId = await fixture.assigned();
    await outcome(caseId);
    expect(await fixture.mutate('carl', 'goFurther', { caseId })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await fixture.mutate('ada', 'recordCompletionLetter', { caseId, issuedAt: testStart })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    for (const who of ['bea', 'cora', 'amira', 'uma', 'dana', 'nina', 'sys', undefined]) {
      for (const [name, input] of [
        ['goFurther', {}],
        ['recordCompletionLetter', { issuedAt: testStart }],
        ['askReopening', { fact: 'NEW_EVIDENCE', statement: 'x' }],
        ['proposeLesson', { words: 'x' }],
      ] as const)
        expect({ who, name, answer: await fixture.mutate(who, name, { caseId, ...input }) }).toEqual({
          who,
          name,
          answer: await fixture.mutate(who, name, { caseId: randomUUID(), ...input }),
        });
    }
    const both = await Promise.all([
      fixture.mutate('ada', 'goFurther', { caseId }),
      fixture.mutate('ada', 'goFurther', { caseId }),
    ]);
    expect(both.filter((answer) => answer['__typename'] === 'GoFurtherSuccess')).toHaveLength(1);
  });
});

describe('a case that is long closed', () => {
  const closed = async () => {
    const caseId = await fixture.assigned();
    await outcome(caseId);
    await fixture.expectSuccess('ada', 'closeCase', { caseId });
    clock.set('2026-11-20T09:00:00Z');
    return caseId;
  };
  const ask = (caseId: string, changes: object = {}) =>
    fixture.mutate('ada', 'askReopening', {
      caseId,
      fact: 'NEW_EVIDENCE',
      statement: 'The contractor sent me his report of that day.',
      ...changes,
    });

  it('begins again on a new fact that the manager grants without reading a word of it', async () => {
    const caseId = await closed();
    expect(await fixture.mutate('ada', 'reopenCase', { caseId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await ask(caseId, { statement: 'short' })).toMatchObject({
      fields: [{ path: 'statement', rule: 'TOO_SHORT' }],
    });
    expect(await ask(caseId, { idempotencyKey: 'k' })).toMatchObject({ __typename: 'AskReopeningSuccess' });
    expect(await ask(caseId, { idempotencyKey: 'k' })).toMatchObject({ __typename: 'AskReopeningSuccess' });
    expect(await ask(caseId)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await entryOf(caseId)).toMatchObject({
      courseActions: ['DECIDE_REOPENING'],
      reopening: { fact: 'NEW_EVIDENCE', decision: null },
    });
    expect(await fixture.mutate('carl', 'decideReopening', { caseId, decision: 'GRANTED' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => fixture.mutate('amira', 'decideReopening', { caseId, decision: 'GRANTED' })),
    );
    expect(answers.filter((answer) => answer['__typename'] === 'DecideReopeningSuccess')).toHaveLength(1);
    expect(await read('carl', caseId)).toMatchObject({
      status: 'REOPENED',
      reopening: { decision: 'GRANTED', statement: 'The contractor sent me his report of that day.' },
    });
  });

  it('stays closed when the manager refuses, and can be asked about again', async () => {
    const caseId = await closed();
    await ask(caseId);
    await fixture.expectSuccess('amira', 'decideReopening', { caseId, decision: 'REFUSED' });
    expect(await read('ada', caseId)).toMatchObject({
      status: 'CLOSED',
      courseActions: ['ASK_REOPENING'],
      reopening: { decision: 'REFUSED' },
    });
    expect(await fixture.mutate('amira', 'decideReopening', { caseId, decision: 'GRANTED' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('a lesson', () => {
  const words = 'A repair that is promised for a day needs a person who answers for that day.';
  const waiting = async (who: string | undefined) =>
    (await fixture.ask(who, '{ lessonsToCheck(first: 100) { edges { node { id words matter status } } } }'))[
      'lessonsToCheck'
    ].edges.map(({ node }: { node: object }) => node);
  const shown = async () =>
    (await fixture.ask(undefined, '{ lessons { edges { node { words matter } } } }'))['lessons'].edges;

  it('is read twice before it is published, apart from its case, and is shown when enough students had such a case', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { matter: 'HOUSING' });
    expect(await fixture.mutate('carl', 'proposeLesson', { caseId, words })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(
      await fixture.mutate('carl', 'recordOutcome', {
        caseId,
        outcome: 'UPHELD',
        summary: 'Yes.',
        lesson: 'Two\nlines of a lesson that is long',
      }),
    ).toMatchObject({ fields: [{ path: 'lesson', rule: 'BAD_FORMAT' }] });
    await outcome(caseId, { lesson: 'In Lakeside 27 the radiator was broken for weeks.' });
    const [first] = await waiting('amira');
    expect(first).toMatchObject({
      words: 'In Lakeside 27 the radiator was broken for weeks.',
      status: 'PROPOSED',
      matter: 'HOUSING',
    });
    for (const who of ['ada', 'carl', 'uma', 'nina', 'sys', 'milo', undefined] as const) {
      expect(await waiting(who)).toEqual([]);
      expect(await fixture.mutate(who, 'decideLesson', { lessonId: first.id })).toMatchObject({
        __typename: 'NotFoundError',
      });
    }
    const [row] = await fixture.sql('select words, content::text as content from lesson where id = $1', [first.id]);
    expect(row.words).toBeNull();
    await fixture.expectSuccess('amira', 'decideLesson', { lessonId: first.id, returnReason: 'NAMES_SOMEBODY' });
    expect((await read('carl', caseId)).lesson).toMatchObject({ status: 'RETURNED', returnReason: 'NAMES_SOMEBODY' });
    await fixture.expectSuccess('carl', 'proposeLesson', { caseId, words });
    const [second] = await waiting('amira');
    await fixture.expectSuccess('amira', 'decideLesson', { lessonId: second.id });
    expect(await fixture.mutate('amira', 'decideLesson', { lessonId: second.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect((await read('carl', caseId)).lesson).toBeNull();
    expect(await fixture.sql('select case_id from lesson where id = $1', [second.id])).toEqual([{ case_id: null }]);
    expect(await shown()).toEqual([]);
    for (let index = 0; index < 10; index += 1) {
      const student = `student${index}`;
      await fixture.member(student);
      await fixture.opened(student, { matter: 'HOUSING' });
    }
    await fixture.sql(`select graphile_worker.add_job('weigh-causes', '{}', job_key := 'weigh')`);
    await waitFor('the lesson to be shown', async () => (await shown()).length > 0);
    expect(await shown()).toEqual([{ node: { words, matter: 'HOUSING' } }]);
  });
});
