import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { intake, keys, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

const { contactName: _name, ...told } = intake;
const shown =
  'receipt { kind matter stage status openedAt closedAt outcome outcomeSummary narrative deadlines { kind } messages { edges { cursor node { author body } } pageInfo { hasNextPage endCursor } } referrals { id department status fields { id name value consented } answer viewerActions } viewerActions }';
const wrong = '00000-00000-00000-00000';

async function openAnonymously(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await fixture.mutate(undefined, 'openAnonymousCase', { ...told, ...changes }, 'code');
  if (answer['__typename'] !== 'OpenAnonymousCaseSuccess') throw new Error(JSON.stringify(answer));
  return answer['code'];
}
const readBy = (code: string, who?: string) => fixture.mutate(who, 'readReceipt', { code }, shown);
async function assignedAnonymously(changes: Readonly<Record<string, unknown>> = {}) {
  const code = await openAnonymously(changes);
  const [row] = await fixture.sql<{ case_id: string }>('select case_id from case_receipt order by ctid desc limit 1');
  const caseId = row?.case_id ?? '';
  await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
  await fixture.expectSuccess('amira', 'triageCase', { caseId, matter: 'HOUSING', urgency: 'NORMAL' });
  await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'carl' });
  return { code, caseId };
}

describe('an anonymous case', () => {
  it('is opened without a sign-in, and led back to by its code alone, however that is typed', async () => {
    const code = await openAnonymously();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    for (const typed of [
      code,
      ` ${code.toLowerCase().replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(await readBy(typed)).toMatchObject({
        receipt: {
          kind: 'ANONYMOUS',
          status: 'NEW',
          narrative: intake.narrative,
          viewerActions: ['POST_MESSAGE', 'WITHDRAW'],
        },
      });
  });

  it('carries the conversation both ways, and nobody else reads it', async () => {
    const { code, caseId } = await assignedAnonymously();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Are you safe?' });
    await fixture.expectSuccess(undefined, 'postReceiptMessage', { code, body: 'Yes, I am.' });
    expect(await readBy(code)).toMatchObject({
      receipt: {
        status: 'OPEN',
        messages: {
          edges: [
            { node: { author: 'CASE_WORKER', body: 'Are you safe?' } },
            { node: { author: 'STUDENT', body: 'Yes, I am.' } },
          ],
        },
      },
    });
    const file = (
      await fixture.ask(
        'carl',
        'query ($id: ID!) { case(id: $id) { isAnonymous contactName narrative messages { edges { node { body } } } } }',
        { id: caseId },
      )
    )['case'];
    expect(file).toMatchObject({ isAnonymous: true, contactName: null, narrative: intake.narrative });
    for (const who of ['ada', 'bea', 'amira', 'sys', undefined])
      expect(await fixture.ask(who, 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId })).toEqual({
        case: null,
      });
  });

  it('is ended by its code', async () => {
    const code = await openAnonymously();
    await fixture.expectSuccess(undefined, 'withdrawCaseByReceipt', { code });
    expect(await readBy(code)).toMatchObject({ receipt: { status: 'CLOSED', viewerActions: [] } });
    expect(await fixture.mutate(undefined, 'postReceiptMessage', { code, body: 'Hello' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const { code: other, caseId } = await assignedAnonymously();
    await fixture.expectSuccess('carl', 'recordOutcome', {
      caseId,
      outcome: 'RESOLVED_EARLY',
      summary: 'It is warm again.',
    });
    await fixture.expectSuccess(undefined, 'closeCaseByReceipt', { code: other });
    expect(await readBy(other)).toMatchObject({
      receipt: { status: 'CLOSED', outcome: 'RESOLVED_EARLY', outcomeSummary: 'It is warm again.' },
    });
  });

  it('starts no formal procedure, and the error says why', async () => {
    const { caseId } = await assignedAnonymously();
    await fixture.expectSuccess('carl', 'advanceCase', { caseId, stage: 'EARLY_RESOLUTION' });
    for (const stage of ['FORMAL', 'REVIEW', 'EXTERNAL'])
      expect(await fixture.mutate('carl', 'advanceCase', { caseId, stage })).toMatchObject({
        __typename: 'ValidationError',
        message: expect.stringContaining('anonymous case starts no formal procedure'),
        fields: [{ path: 'stage', rule: 'CONTRADICTION' }],
      });
    await expect(fixture.sql(`update case_file set stage = 'FORMAL' where id = $1`, [caseId])).rejects.toThrow(
      'case_file_anonymous_is_informal',
    );
  });

  it('is told to a department only with the consent of whoever holds the code', async () => {
    const { code, caseId } = await assignedAnonymously();
    const { referralId, fields } = await fixture.drafted(caseId);
    expect(await fixture.mutate('carl', 'sendReferral', { referralId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    for (const who of ['carl', 'ada', undefined])
      expect(
        String(
          (await fixture.mutate(who, 'consentToReferral', { referralId, fieldIds: [fields['room']] }))['__typename'],
        ),
      ).toMatch(/^Not/);
    expect(await readBy(code)).toMatchObject({
      receipt: {
        referrals: [
          { id: referralId, department: 'Student Housing', status: 'DRAFTED', viewerActions: ['CONSENT', 'WITHDRAW'] },
        ],
      },
    });
    const consent = { referralId, fieldIds: [fields['room']] };
    expect(await fixture.mutate(undefined, 'consentByReceipt', { code: wrong, ...consent })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await fixture.expectSuccess(undefined, 'consentByReceipt', { code, ...consent });
    await fixture.expectSuccess('carl', 'sendReferral', { referralId });
    expect(
      JSON.stringify(
        await fixture.ask('dana', 'query ($id: ID!) { referral(id: $id) { fields { name value } } }', {
          id: referralId,
        }),
      ),
    ).toContain('Lakeside 27');
    await fixture.expectSuccess(undefined, 'withdrawConsentByReceipt', { code, referralId });
    expect(
      (await fixture.ask('dana', 'query ($id: ID!) { referral(id: $id) { fields { name } } }', { id: referralId }))[
        'referral'
      ],
    ).toEqual({ fields: [] });
  });

  it('is opened once for one key, and the same code comes again; no code is stored', async () => {
    const input = { ...told, narrative: 'The very same words, sent again and again.', idempotencyKey: randomUUID() };
    const codes = await Promise.all(Array.from({ length: 5 }, () => openAnonymously(input)));
    expect(new Set(codes).size).toBe(1);
    expect(await fixture.mutate(undefined, 'openAnonymousCase', { ...input, matter: 'MONEY' })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await openAnonymously({ ...input, idempotencyKey: 'guessable' })).not.toBe(
      await openAnonymously({ ...input, idempotencyKey: 'guessable' }),
    );
    const plain = (codes[0] ?? '').replaceAll('-', '');
    const tables = await fixture.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
    );
    for (const { name } of tables) {
      const rows = await fixture.sql<{ text: string }>(`select t::text as text from ${name} t`);
      expect({ name, found: rows.filter(({ text }) => text.replaceAll('-', '').includes(plain)) }).toEqual({
        name,
        found: [],
      });
    }
  });

  it('needs words enough to be understood', async () => {
    expect(await fixture.mutate(undefined, 'openAnonymousCase', { ...told, narrative: 'Help' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'narrative', rule: 'TOO_SHORT' }],
    });
  });
});

describe('a code that leads nowhere', () => {
  it('is answered as one that tells the status alone, by the same statements, whatever is asked', async () => {
    const caseId = await fixture.opened('bea');
    const { code: status } = await fixture.mutate('bea', 'takeReceipt', { caseId }, 'code');
    await fixture.settled();
    const asks: Readonly<Record<string, (code: string) => Promise<unknown>>> = {
      message: (code) => fixture.mutate(undefined, 'postReceiptMessage', { code, body: 'Hello' }),
      close: (code) => fixture.mutate(undefined, 'closeCaseByReceipt', { code }),
      withdraw: (code) => fixture.mutate(undefined, 'withdrawCaseByReceipt', { code }),
      consent: (code) =>
        fixture.mutate(undefined, 'consentByReceipt', { code, referralId: randomUUID(), fieldIds: [randomUUID()] }),
      claim: (code) => fixture.mutate('ada', 'claimCase', { code, contactName: 'Ada' }),
    };
    for (const [name, ask] of Object.entries(asks)) {
      const traced = await Promise.all([]).then(async () => {
        const answers: unknown[] = [];
        for (const code of [status, wrong, '', 'x'.repeat(1000)]) {
          let answer: unknown;
          const statements = await test.countStatements(async () => {
            answer = await ask(code);
          });
          answers.push({ answer, statements });
        }
        return answers;
      });
      expect({ name, all: new Set(traced.map((one) => JSON.stringify(one))).size }).toEqual({ name, all: 1 });
    }
  });

  it('costs the same statements as one that opens a case', async () => {
    const caseId = await fixture.opened('bea');
    const { code: status } = await fixture.mutate('bea', 'takeReceipt', { caseId }, 'code');
    const { code: anonymous } = await assignedAnonymously();
    await fixture.settled();
    const statementsOf = (code: string) => test.countStatements(async () => void (await readBy(code)));
    const costs = [await statementsOf(wrong), await statementsOf(status), await statementsOf(anonymous)];
    expect(costs[1]?.toSorted()).toEqual(costs[0]?.toSorted());
    expect(costs[2]?.toSorted()).toEqual(costs[0]?.toSorted());
    expect(await readBy(wrong)).toEqual(await readBy(''));
  });
});

describe('a receipt of a named case', () => {
  it('tells its status and not a word of it; the code before it ends', async () => {
    const caseId = await fixture.assigned('ada');
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'A secret word.' });
    const { code: first } = await fixture.mutate('ada', 'takeReceipt', { caseId }, 'code');
    const { code } = await fixture.mutate('ada', 'takeReceipt', { caseId }, 'code');
    expect(await readBy(first)).toMatchObject({ __typename: 'NotFoundError' });
    const { receipt } = await readBy(code);
    expect(receipt).toMatchObject({
      kind: 'STATUS',
      status: 'OPEN',
      narrative: null,
      messages: { edges: [] },
      referrals: [],
      viewerActions: [],
    });
    expect(JSON.stringify(receipt)).not.toContain(caseId);
    const made = 'query ($id: ID!) { case(id: $id) { receiptMadeAt } }';
    expect(await fixture.ask('ada', made, { id: caseId })).toEqual({ case: { receiptMadeAt: testStart } });
    expect(await fixture.ask('carl', made, { id: caseId })).toEqual({ case: { receiptMadeAt: null } });
  });

  it('is taken by its student alone, and two at the same time leave one that works', async () => {
    const caseId = await fixture.assigned('ada');
    expect(await fixture.mutate('carl', 'takeReceipt', { caseId })).toMatchObject({ __typename: 'NotAllowedError' });
    for (const who of ['bea', 'amira', undefined])
      expect(await fixture.mutate(who, 'takeReceipt', { caseId })).toMatchObject({ __typename: 'NotFoundError' });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => fixture.mutate('ada', 'takeReceipt', { caseId }, 'code')),
    );
    const codes = answers.flatMap((answer) =>
      answer['__typename'] === 'TakeReceiptSuccess' ? [String(answer['code'])] : [],
    );
    expect(codes.length).toBeGreaterThan(0);
    const read = await Promise.all(codes.map((code) => readBy(code)));
    expect(read.filter((answer) => answer['__typename'] === 'ReadReceiptSuccess')).toHaveLength(1);
  });
});

describe('a claim', () => {
  it('makes the case its holder’s own named one, with its ledger; the code then tells the status alone', async () => {
    const { code, caseId } = await assignedAnonymously();
    const query =
      'query ($id: ID!) { case(id: $id) { isAnonymous contactName narrative ledgerIsIntact disclosures { edges { node { readerRole fields } } } } }';
    await fixture.ask('carl', query, { id: caseId });
    expect(await fixture.mutate(undefined, 'claimCase', { code, contactName: 'Bea' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await fixture.mutate('bea', 'claimCase', { code, contactName: ' ' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'contactName', rule: 'REQUIRED' }],
    });
    await fixture.expectSuccess('bea', 'claimCase', { code, contactName: 'Bea Fern' });
    expect((await fixture.ask('bea', query, { id: caseId }))['case']).toMatchObject({
      isAnonymous: false,
      narrative: intake.narrative,
      ledgerIsIntact: true,
      disclosures: { edges: [{ node: { readerRole: 'CASE_WORKER' } }] },
    });
    expect(await readBy(code)).toMatchObject({ receipt: { kind: 'STATUS', narrative: null, messages: { edges: [] } } });
    expect(await fixture.mutate(undefined, 'postReceiptMessage', { code, body: 'Hello' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await fixture.mutate('ada', 'claimCase', { code, contactName: 'Ada' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await fixture.expectSuccess('carl', 'advanceCase', { caseId, stage: 'FORMAL' });
  });

  it('is made by one of several who hold the code', async () => {
    const { code, caseId } = await assignedAnonymously();
    const answers = await Promise.all(
      ['ada', 'bea', 'omar', 'rosa'].map((who) => fixture.mutate(who, 'claimCase', { code, contactName: who })),
    );
    expect(answers.filter((answer) => answer['__typename'] === 'ClaimCaseSuccess')).toHaveLength(1);
    expect(await fixture.sql('select 1 from case_file where id = $1 and not is_anonymous', [caseId])).toHaveLength(1);
  });

  it('takes the case from a worker who acts for the other side, and nobody is told why', async () => {
    const other = await fixture.assigned('ada', 'carl', { contactName: 'Ivy Jay', otherParties: ['Kit Lark'] });
    const { code, caseId } = await assignedAnonymously({ otherParties: [] });
    await fixture.expectSuccess('bea', 'claimCase', { code, contactName: 'Kit Lark' });
    const query = 'query ($id: ID!) { case(id: $id) { status assignee } }';
    expect((await fixture.ask('bea', query, { id: caseId }))['case']).toEqual({ status: 'OPEN', assignee: null });
    for (const id of [caseId, other]) expect((await fixture.ask('carl', query, { id }))['case']).toBeNull();
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'cora' });
  });

  it('is not made by the person who works on the case', async () => {
    const { code } = await assignedAnonymously();
    await fixture.member('carl');
    expect(await fixture.mutate('carl', 'claimCase', { code, contactName: 'Carl' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });
});

describe('a flood of anonymous cases', () => {
  it('is taken up to the limit of the hour and no further, however many come at once', async () => {
    const flooded = await startAdvocacy({
      clock,
      environment: { ...keys, GUILDHALL_ANONYMOUS_CASES_PER_HOUR: '3' },
    });
    const open = () => flooded.fixture.mutate(undefined, 'openAnonymousCase', told);
    const kinds = (await Promise.all(Array.from({ length: 9 }, open))).map((answer) => String(answer['__typename']));
    expect(kinds.filter((kind) => kind === 'OpenAnonymousCaseSuccess')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'LimitReachedError')).toHaveLength(6);
    await flooded.fixture.expectSuccess('ada', 'openCase', intake);
    clock.set('2026-10-05T10:00:00.001Z');
    expect(await open()).toMatchObject({ __typename: 'OpenAnonymousCaseSuccess' });
    clock.set(testStart);
    await flooded.test.stop();
  });
});
