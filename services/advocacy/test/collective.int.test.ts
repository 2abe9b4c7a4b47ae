import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

const list = async (who: string | undefined) =>
  (
    await fixture.ask(
      who,
      '{ collectiveSuggestions { id cause students countedAt status viewerActions department { name } } }',
    )
  )['collectiveSuggestions'];
/** Runs the weekly count and waits until it is over. */
const count = async () => {
  const key = randomUUID();
  await fixture.sql(`select graphile_worker.add_job('weigh-causes', '{}', job_key := $1)`, [key]);
  await waitFor(
    'the count',
    async () => (await fixture.sql('select 1 from graphile_worker.jobs where key = $1', [key])).length === 0,
  );
};
let made = 0;
const named = async (consents: boolean, student = `student${(made += 1)}`) => {
  if (fixture.members[student] === undefined) await fixture.member(student);
  const caseId = await fixture.assigned(student, 'carl', { otherParties: [] });
  await fixture.expectSuccess('carl', 'nameCause', {
    caseId,
    cause: 'REPAIRS',
    departmentId: fixture.departments.housing,
  });
  if (consents) await fixture.expectSuccess(student, 'consentToCount', { caseId, consents: true });
  return { caseId, student };
};

describe('what many cases share', () => {
  it('is shown as a number to the advice team, once enough students let it count', async () => {
    for (let index = 0; index < 9; index += 1) await named(true);
    await named(false);
    await named(true, 'student1');
    await count();
    expect(await list('amira')).toEqual([]);
    await named(true);
    await count();
    expect(await list('amira')).toMatchObject([
      {
        cause: 'REPAIRS',
        students: 10,
        status: 'SUGGESTED',
        department: { name: 'Student Housing' },
        viewerActions: ['RAISE', 'DISMISS'],
      },
    ]);
    expect((await list('carl'))[0].viewerActions).toEqual([]);
    for (const who of ['ada', 'uma', 'dana', 'dirk', 'nina', 'sys', 'milo', undefined])
      expect(await list(who)).toBeNull();
    const told = await fixture.sql(`select recipient, case_id from notice where reason = 'COLLECTIVE_MATTER'`);
    expect(told).toEqual([{ recipient: 'amira', case_id: null }]);
  });

  it('tells from week to week nothing of the few who joined or left', async () => {
    const before = await list('amira');
    const few = [await named(true), await named(true), await named(true), await named(true), await named(true)];
    await count();
    expect(await list('amira')).toEqual(before);
    for (const { caseId, student } of few)
      await fixture.expectSuccess(student, 'consentToCount', { caseId, consents: false });
    await count();
    expect(await list('amira')).toEqual(before);
    for (const { caseId, student } of few)
      await fixture.expectSuccess(student, 'consentToCount', { caseId, consents: true });
    for (let index = 0; index < 5; index += 1) await named(true);
    await count();
    expect((await list('amira'))[0].students).toBe(20);
  });

  it('becomes the draft of an elected officer in the manager’s words, with a number and nothing else', async () => {
    const [{ id: suggestionId, officers }] = (await fixture.ask('amira', '{ collectiveSuggestions { id officers } }'))[
      'collectiveSuggestions'
    ];
    expect(officers).toEqual(['uma']);
    expect((await fixture.ask('carl', '{ collectiveSuggestions { officers } }'))['collectiveSuggestions']).toEqual([
      { officers: [] },
    ]);
    const words = {
      language: 'en',
      title: 'Repairs by a date',
      background: 'At least 20 students.',
      problem: 'Repairs are late.',
      suggestion: 'Name a day.',
    };
    const raise = (who: string | undefined, changes: object = {}) =>
      fixture.mutate(
        who,
        'raiseSuggestion',
        { suggestionId, officer: 'uma', ...words, ...changes },
        'suggestion { status }',
      );
    expect(await raise('carl')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await raise('uma')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await raise('amira', { officer: 'ada' })).toMatchObject({ fields: [{ path: 'officer', rule: 'UNKNOWN' }] });
    expect(await raise('amira', { title: '' })).toMatchObject({ fields: [{ path: 'title', rule: 'REQUIRED' }] });
    const answers = await Promise.all([raise('amira'), raise('amira')]);
    const [raised] = answers.filter((answer) => answer['__typename'] === 'RaiseSuggestionSuccess');
    expect(answers.filter((answer) => answer['__typename'] === 'RaiseSuggestionSuccess')).toHaveLength(1);
    expect(raised?.['suggestion'].status).toBe('RAISED');
    const [row] = await fixture.sql<{ matter_id: string }>(
      'select matter_id from collective_suggestion where id = $1',
      [suggestionId],
    );
    const proposal = await fixture.ask('uma', 'query ($id: ID!) { proposal(id: $id) { status title } }', {
      id: row?.matter_id,
    });
    expect(proposal['proposal']).toMatchObject({ status: 'DRAFT', title: 'Repairs by a date' });
    await fixture.sql(`update collective_suggestion set status = 'SUGGESTED', decided_at = null, matter_id = null`);
  });

  it('is put aside by the manager alone, once', async () => {
    const [{ id: suggestionId }] = await list('amira');
    expect(await fixture.mutate('carl', 'dismissSuggestion', { suggestionId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    for (const who of ['ada', 'uma', 'dirk', 'nina', 'sys', undefined])
      expect(await fixture.mutate(who, 'dismissSuggestion', { suggestionId })).toEqual(
        await fixture.mutate(who, 'dismissSuggestion', { suggestionId: randomUUID() }),
      );
    const answers = await Promise.all(
      [1, 2, 3].map(() => fixture.mutate('amira', 'dismissSuggestion', { suggestionId })),
    );
    expect(answers.filter((answer) => answer['__typename'] === 'DismissSuggestionSuccess')).toHaveLength(1);
    expect(await fixture.mutate('amira', 'dismissSuggestion', { suggestionId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('the cause of a case', () => {
  it('is named by its worker, asked about anew when it is corrected, and let count by its student alone', async () => {
    const { caseId, student } = await named(true);
    const read = async (who: string) =>
      (
        await fixture.ask(
          who,
          'query ($id: ID!) { case(id: $id) { canNameCause cause { cause isCounted canDecideCounting department { name } } } }',
          { id: caseId },
        )
      )['case'];
    expect(await read(student)).toEqual({
      canNameCause: false,
      cause: { cause: 'REPAIRS', isCounted: true, canDecideCounting: true, department: { name: 'Student Housing' } },
    });
    await fixture.expectSuccess('carl', 'nameCause', {
      caseId,
      cause: 'DELAY',
      departmentId: fixture.departments.library,
    });
    expect(await read('carl')).toMatchObject({
      canNameCause: true,
      cause: { cause: 'DELAY', isCounted: false, canDecideCounting: false },
    });
    expect(
      await fixture.mutate('carl', 'nameCause', { caseId, cause: 'DELAY', departmentId: randomUUID() }),
    ).toMatchObject({ fields: [{ path: 'departmentId', rule: 'UNKNOWN' }] });
    expect(await fixture.mutate('carl', 'consentToCount', { caseId, consents: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      await fixture.mutate(student, 'nameCause', { caseId, cause: 'DELAY', departmentId: fixture.departments.library }),
    ).toMatchObject({ __typename: 'NotAllowedError' });
    const unnamed = await fixture.assigned('ada');
    expect(await fixture.mutate('ada', 'consentToCount', { caseId: unnamed, consents: true })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});
