import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { buildServiceSchema } from '@guildhall/subgraph';
import { advocacy, intake, startAdvocacy, type Fixture } from './fixture.js';
import { whileChanged } from './while-changed.js';

let test: TestService;
let fixture: Fixture;
const reached = new Map<string, Set<string>>();

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
});
afterAll(() => test.stop());

type Input = Readonly<Record<string, unknown>>;

async function reach(who: string, name: string, input: Input): Promise<void> {
  const answer = await fixture.mutate(who, name, input);
  const known = reached.get(name) ?? new Set();
  reached.set(name, known.add(answer['__typename']));
}

/** Lets another writer change the row while the mutation is between reading and writing it. */
async function reachConflict(
  who: string,
  name: string,
  input: Input,
  row: { readonly table: string; readonly id: unknown },
): Promise<void> {
  await whileChanged(test, row, () => reach(who, name, input));
}

const idOf = (input: Input) =>
  input['referralId'] === undefined
    ? { table: 'case_file', id: input['caseId'] }
    : { table: 'referral', id: input['referralId'] };

/** Reaches, for something in the right state, every answer of a mutation but the wrong state: missing, refused, invalid, conflicting, done. */
async function reachAll(
  who: string,
  name: string,
  input: Input,
  others: { readonly refused?: string; readonly invalid?: Input } = {},
): Promise<void> {
  const key = input['referralId'] === undefined ? 'caseId' : 'referralId';
  await reach(who, name, { ...input, [key]: randomUUID() });
  if (others.refused !== undefined) await reach(others.refused, name, input);
  if (others.invalid !== undefined) await reach(who, name, { ...input, ...others.invalid });
  await reachConflict(who, name, input, idOf(input));
  await reach(who, name, input);
}

describe('every answer that the schema names', () => {
  it('is given by some request of the cases’ mutations', async () => {
    for (const input of [
      { ...intake, idempotencyKey: 'one' },
      { ...intake, idempotencyKey: 'one', matter: 'MONEY' },
      { ...intake, narrative: '' },
    ])
      await reach('ada', 'openCase', input);
    await reach('carl', 'openCase', intake);
    const caseId = await fixture.opened();
    const triage = { caseId, matter: 'MONEY', urgency: 'LOW' };
    await reach('amira', 'triageCase', triage);
    await reach('amira', 'signpostCase', { caseId });
    await reach('amira', 'assignCase', { caseId, assignee: 'carl' });
    // A worker's name on an unassigned case lets them see it in their queue, and refuses what is the manager's.
    await fixture.sql(`update case_file set assignee = 'carl' where id = $1`, [caseId]);
    await reachAll('amira', 'acknowledgeCase', { caseId }, { refused: 'carl' });
    await reach('amira', 'acknowledgeCase', { caseId });
    await reachAll('amira', 'triageCase', triage, {
      refused: 'carl',
      invalid: { procedureDeadline: '2020-01-01T00:00:00Z' },
    });
    await reachAll(
      'amira',
      'assignCase',
      { caseId, assignee: 'carl' },
      { refused: 'carl', invalid: { assignee: 'milo' } },
    );
    await reachAll('carl', 'awaitStudent', { caseId }, { refused: 'ada' });
    await reach('carl', 'awaitStudent', { caseId });
    const message = { caseId, body: 'Hello' };
    await reach('ada', 'postCaseMessage', { ...message, caseId: randomUUID() });
    await reach('ada', 'postCaseMessage', { ...message, body: '' });
    await reachConflict('ada', 'postCaseMessage', message, idOf(message));
    await reach('ada', 'postCaseMessage', message);
    await reachAll('carl', 'advanceCase', { caseId, stage: 'FORMAL' }, { refused: 'ada' });
    await reach('carl', 'advanceCase', { caseId, stage: 'ADVICE' });
    const unnamed = await fixture.assigned();
    await fixture.sql('update case_file set is_anonymous = true where id = $1', [unnamed]);
    await reach('carl', 'advanceCase', { caseId: unnamed, stage: 'FORMAL' });
    await reach('ada', 'closeCase', { caseId });
    await reachAll(
      'carl',
      'recordOutcome',
      { caseId, outcome: 'SETTLED', summary: 'Done' },
      { refused: 'ada', invalid: { summary: '' } },
    );
    await reach('carl', 'recordOutcome', { caseId, outcome: 'SETTLED', summary: 'Done' });
    await reach('ada', 'reopenCase', { caseId });
    await reachAll('ada', 'closeCase', { caseId });
    await reach('ada', 'postCaseMessage', message);
    await reachAll('ada', 'reopenCase', { caseId }, { refused: 'carl' });
    await reachAll('ada', 'withdrawCase', { caseId }, { refused: 'carl' });
    await reach('ada', 'withdrawCase', { caseId });
    const second = await fixture.opened();
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId: second });
    await fixture.expectSuccess('amira', 'triageCase', { ...triage, caseId: second });
    await fixture.sql(`update case_file set assignee = 'carl' where id = $1`, [second]);
    await reachAll('amira', 'signpostCase', { caseId: second }, { refused: 'carl' });
    expect(reached.get('openCase')).toContain('OpenCaseSuccess');
  });

  it('is given by some request of the referrals’ and departments’ mutations', async () => {
    const caseId = await fixture.assigned();
    const draft = { caseId, departmentId: fixture.departments.housing, fields: [{ name: 'room', value: '27' }] };
    await reach('carl', 'draftReferral', { ...draft, caseId: await closedCase() });
    await reachAll('carl', 'draftReferral', draft, { refused: 'ada', invalid: { fields: [] } });
    const { referralId, fields } = await fixture.drafted(caseId);
    await reach('carl', 'sendReferral', { referralId });
    await reachAll(
      'ada',
      'consentToReferral',
      { referralId, fieldIds: [fields['room']] },
      { refused: 'carl', invalid: { fieldIds: [] } },
    );
    await reachAll('carl', 'sendReferral', { referralId }, { refused: 'ada' });
    await reach('ada', 'consentToReferral', { referralId, fieldIds: [fields['room']] });
    const words = {
      question: { referralId, question: 'Why?' },
      answer: { referralId, answer: 'So' },
      text: { referralId, text: 'Yes' },
    };
    const response = { ...words.text, decision: 'AGREE' };
    await reach('dana', 'askReferralInformation', words.question);
    await reach('dana', 'draftReferralResponse', words.text);
    await reach('dirk', 'respondToReferral', response);
    await reachAll('dana', 'acknowledgeReferral', { referralId }, { refused: 'ada' });
    await reach('dana', 'acknowledgeReferral', { referralId });
    await reach('carl', 'proposeReferralAnswer', words.answer);
    await reach('ada', 'answerReferralQuestion', words.answer);
    await reachAll('dana', 'askReferralInformation', words.question, { refused: 'ada', invalid: { question: '' } });
    await reachAll('carl', 'proposeReferralAnswer', words.answer, { refused: 'ada', invalid: { answer: '' } });
    await reachAll('ada', 'answerReferralQuestion', words.answer, { refused: 'carl', invalid: { answer: '' } });
    await reachAll('dana', 'draftReferralResponse', words.text, { refused: 'ada', invalid: { text: '' } });
    await reach('dirk', 'startReferralActions', { referralId });
    await reach('carl', 'closeReferral', { referralId });
    await reachAll('dirk', 'respondToReferral', response, { refused: 'dana', invalid: { text: '' } });
    await reachAll(
      'dirk',
      'startReferralActions',
      { referralId },
      { refused: 'dana', invalid: { milestones: [{ text: '', dueAt: '2026-12-01T09:00:00Z' }] } },
    );
    await reachAll('carl', 'closeReferral', { referralId }, { refused: 'ada' });
    await reachAll('ada', 'withdrawReferralConsent', { referralId }, { refused: 'carl' });
    await reach('ada', 'withdrawReferralConsent', { referralId });
    await reachPosts();
    expect(reached.get('sendReferral')).toContain('SendReferralSuccess');
  });

  it('was reached, but for the refusals that only guard against a mistake in what is visible', () => {
    const unions = Object.values(buildServiceSchema(advocacy).getTypeMap())
      .filter(isUnionType)
      // What the four services share is reached in dead-letters.int.test.ts of each.
      .filter(({ name }) => name.endsWith('Result') && !name.endsWith('DeadLetterResult'));
    const missing = unions.flatMap((union) => {
      const name = union.name.charAt(0).toLowerCase() + union.name.slice(1, -'Result'.length);
      // Other nouns reach theirs in tests of their own.
      if (!reached.has(name)) return [];
      return union
        .getTypes()
        .filter((type) => reached.get(name)?.has(type.name) !== true)
        .map((type) => `${name}: ${type.name}`);
    });
    // Whoever sees a case file is its student or its worker, and both may write and close.
    expect(missing.sort()).toEqual(['closeCase: NotAllowedError', 'postCaseMessage: NotAllowedError']);
  });
});

async function closedCase(): Promise<string> {
  const caseId = await fixture.assigned();
  await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
  return caseId;
}

async function reachPosts(): Promise<void> {
  const grant = {
    departmentId: fixture.departments.housing,
    subject: 'new',
    role: 'STAFF',
    startsAt: '2026-10-05T09:00:00Z',
    endsAt: '2027-01-01T00:00:00Z',
  };
  await reach('dirk', 'appointDepartmentStaff', { ...grant, departmentId: randomUUID() });
  await reach('dana', 'appointDepartmentStaff', grant);
  await reach('dirk', 'appointDepartmentStaff', { ...grant, subject: '' });
  await reach('dirk', 'appointDepartmentStaff', grant);
  await reach('dirk', 'appointDepartmentStaff', grant);
  const [post] = await fixture.sql(`select id from department_post where subject = 'new'`);
  const postId = post['id'];
  await reach('dirk', 'endDepartmentPost', { postId: randomUUID() });
  await reach('dana', 'endDepartmentPost', { postId });
  await reachConflict('dirk', 'endDepartmentPost', { postId }, { table: 'department_post', id: postId });
  await reach('dirk', 'endDepartmentPost', { postId });
  await reach('dirk', 'endDepartmentPost', { postId });
}
