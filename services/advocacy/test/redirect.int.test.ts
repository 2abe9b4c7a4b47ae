import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  await fixture.post('erin', await estates(), 'LEAD');
});
afterAll(() => test.stop());

const estatesId = '0196f000-0000-7000-8000-00000000e57a';
async function estates(): Promise<string> {
  await fixture.sql(`insert into department values ($1, 'Estates', 'Buildings', 1)`, [estatesId]);
  return estatesId;
}

const whole =
  'query ($id: ID!) { referral(id: $id) { id status department { name } fields { name value consented } chain { id status department { name } response { decision text } } viewerActions } }';
const read = async (who: Parameters<Fixture['ask']>[0], id: string) =>
  (await fixture.ask(who, whole, { id }))['referral'];

/** What came of sending a referral on. */
async function followerOf(referralId: string): Promise<string> {
  const [row] = await fixture.sql<{ id: string }>('select id from referral where previous_id = $1', [referralId]);
  if (row === undefined) throw new Error('nothing came of it');
  return row.id;
}

async function sendOn(who: string, referralId: string, redirectToId: string): Promise<void> {
  await fixture.expectSuccess(who, 'acknowledgeReferral', { referralId });
  const answer = { referralId, decision: 'REDIRECT', text: 'Ask them', redirectToId };
  await fixture.expectSuccess(who, 'respondToReferral', answer);
}

async function consentAndSend(referralId: string, names: readonly string[]): Promise<void> {
  const { fields } = (
    await fixture.ask('ada', 'query ($id: ID!) { referral(id: $id) { fields { id name } } }', { id: referralId })
  )['referral'];
  const fieldIds = fields
    .filter(({ name }: { name: string }) => names.includes(name))
    .map(({ id }: { id: string }) => id);
  await fixture.expectSuccess('ada', 'consentToReferral', { referralId, fieldIds });
  await fixture.expectSuccess('carl', 'sendReferral', { referralId });
}

const reasonsOf = async (kind: string, recipient: string) =>
  (
    await fixture.sql<{ reason: string }>(
      'select reason from notice where recipient_kind = $1 and recipient = $2 order by told_at, id',
      [kind, recipient],
    )
  ).map(({ reason }) => reason);

describe('a referral that is sent on', () => {
  it('gives the named department nothing until the student consents anew, and then what was consented to', async () => {
    const caseId = await fixture.assigned();
    const first = await fixture.sent(caseId);
    await sendOn('dirk', first, fixture.departments.library);
    const second = await followerOf(first);
    expect(await read('lena', second)).toBeNull();
    expect(await read('ada', second)).toMatchObject({
      status: 'DRAFTED',
      department: { name: 'Library' },
      fields: [
        { name: 'room', value: 'Lakeside 27', consented: false },
        { name: 'wish', value: 'A repair with a date', consented: false },
      ],
    });
    expect(JSON.stringify(await read('ada', second))).not.toContain('Bronchitis');
    expect(await fixture.sql('select distinct layer from sealed_text where referral_id = $1', [second])).toEqual([
      { layer: 'CASE' },
    ]);
    expect(await fixture.mutate('carl', 'sendReferral', { referralId: second })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await consentAndSend(second, ['room']);
    expect(await read('lena', second)).toMatchObject({
      status: 'SENT',
      fields: [{ name: 'room', value: 'Lakeside 27' }],
      chain: [],
    });
    expect(await read('dirk', second)).toBeNull();
  });

  it('shows its chain to the student and the case worker, and to no department', async () => {
    const caseId = await fixture.assigned();
    const first = await fixture.sent(caseId);
    await sendOn('dirk', first, fixture.departments.library);
    const second = await followerOf(first);
    for (const who of ['ada', 'carl']) {
      expect((await read(who, second)).chain).toMatchObject([
        { id: first, department: { name: 'Student Housing' }, response: { decision: 'REDIRECT', text: 'Ask them' } },
        { id: second, department: { name: 'Library' }, response: null },
      ]);
      expect((await read(who, first)).chain).toHaveLength(2);
    }
    expect((await read('dirk', first)).chain).toEqual([]);
  });

  it('alerts the advice manager the second time, and no sooner', async () => {
    const caseId = await fixture.assigned();
    const known = (await reasonsOf('STAFF', 'amira')).filter((reason) => reason === 'REDIRECTED_TWICE').length;
    const alerts = async () =>
      (await reasonsOf('STAFF', 'amira')).filter((reason) => reason === 'REDIRECTED_TWICE').length - known;
    const first = await fixture.sent(caseId);
    await sendOn('dirk', first, fixture.departments.library);
    expect(await alerts()).toBe(0);
    const second = await followerOf(first);
    await consentAndSend(second, ['room', 'wish']);
    await sendOn('lena', second, estatesId);
    expect(await alerts()).toBe(1);
    expect((await read('ada', await followerOf(second))).chain).toHaveLength(3);
  });

  it('is sealed everywhere with the consent of the first, unless the student leaves it with those it was sent on to', async () => {
    const caseId = await fixture.assigned();
    const chainOfTwo = async () => {
      const first = await fixture.sent(caseId);
      await sendOn('dirk', first, fixture.departments.library);
      const second = await followerOf(first);
      await consentAndSend(second, ['room']);
      return [first, second] as const;
    };
    const [first, second] = await chainOfTwo();
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId: first });
    for (const [who, id] of [
      ['dirk', first],
      ['lena', second],
    ] as const)
      expect(await read(who, id)).toMatchObject({ status: 'WITHDRAWN', fields: [], viewerActions: [] });
    const [kept, goesOn] = await chainOfTwo();
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId: kept, keepRedirected: true });
    expect(await read('dirk', kept)).toMatchObject({ status: 'WITHDRAWN', fields: [] });
    expect(await read('lena', goesOn)).toMatchObject({ status: 'SENT', fields: [{ value: 'Lakeside 27' }] });
  });

  it('is prepared once, however often the answer is sent', async () => {
    const caseId = await fixture.assigned();
    const first = await fixture.sent(caseId);
    await fixture.expectSuccess('dirk', 'acknowledgeReferral', { referralId: first });
    const answer = {
      referralId: first,
      decision: 'REDIRECT',
      text: 'Ask them',
      redirectToId: fixture.departments.library,
      idempotencyKey: 'once',
    };
    await Promise.all([1, 2, 3].map(() => fixture.mutate('dirk', 'respondToReferral', answer)));
    const rows = await fixture.sql('select 1 from referral where previous_id = $1', [first]);
    expect(rows).toHaveLength(1);
  });

  it('is either sent on or sealed when both happen at once, and a sealed one prepares nothing', async () => {
    const caseId = await fixture.assigned();
    for (let round = 0; round < 4; round += 1) {
      const referralId = await fixture.sent(caseId);
      await fixture.expectSuccess('dirk', 'acknowledgeReferral', { referralId });
      const redirectToId = fixture.departments.library;
      const answers = await Promise.all([
        fixture.mutate('dirk', 'respondToReferral', {
          referralId,
          decision: 'REDIRECT',
          text: 'Ask them',
          redirectToId,
        }),
        fixture.mutate('ada', 'withdrawReferralConsent', { referralId }),
      ]);
      const [isSentOn, isSealed] = answers.map((answer) => String(answer['__typename']).endsWith('Success'));
      const followers = await fixture.sql<{ status: string }>('select status from referral where previous_id = $1', [
        referralId,
      ]);
      expect(isSentOn || isSealed).toBe(true);
      expect(followers.map(({ status }) => status)).toEqual(isSentOn ? [isSealed ? 'WITHDRAWN' : 'DRAFTED'] : []);
      if (isSealed) expect(await read('dirk', referralId)).toMatchObject({ status: 'WITHDRAWN', fields: [] });
    }
  });

  it('cannot be sent on to a department that is closed, nor sent to one that closed meanwhile', async () => {
    const caseId = await fixture.assigned();
    const first = await fixture.sent(caseId);
    await fixture.expectSuccess('dirk', 'acknowledgeReferral', { referralId: first });
    const { referralId } = await fixture.drafted(caseId, estatesId);
    await fixture.expectSuccess('sys', 'setDepartmentStatus', { departmentId: estatesId, status: 'CLOSED' });
    const answer = { referralId: first, decision: 'REDIRECT', text: 'Ask them', redirectToId: estatesId };
    expect(await fixture.mutate('dirk', 'respondToReferral', answer)).toMatchObject({
      fields: [{ path: 'redirectToId', rule: 'UNKNOWN' }],
    });
    const room = (
      await fixture.ask('ada', 'query ($id: ID!) { referral(id: $id) { fields { id } } }', { id: referralId })
    )['referral'].fields[0].id;
    await fixture.expectSuccess('ada', 'consentToReferral', { referralId, fieldIds: [room] });
    expect(await fixture.mutate('carl', 'sendReferral', { referralId })).toMatchObject({ __typename: 'ConflictError' });
    const draft = { caseId, departmentId: estatesId, fields: [{ name: 'room', value: '27' }] };
    expect(await fixture.mutate('carl', 'draftReferral', draft)).toMatchObject({
      fields: [{ path: 'departmentId', rule: 'UNKNOWN' }],
    });
    await fixture.expectSuccess('sys', 'setDepartmentStatus', { departmentId: estatesId, status: 'ACTIVE' });
  });
});

describe('a preview', () => {
  const query =
    'query ($id: ID!, $fieldIds: [ID!]!) { referralPreview(id: $id, fieldIds: $fieldIds) { department { name } fields { id name value } } }';
  const preview = async (who: Parameters<Fixture['ask']>[0], id: string, fieldIds: readonly string[]) =>
    (await fixture.ask(who, query, { id, fieldIds }))['referralPreview'];

  it('is exactly what the department sees afterwards, and leaves nothing behind', async () => {
    const caseId = await fixture.assigned();
    const { referralId, fields } = await fixture.drafted(caseId);
    const chosen = [fields['room'] ?? '', fields['wish'] ?? ''];
    const state = () =>
      fixture.sql(
        'select r.*, (select jsonb_agg(i order by position) from referral_field i where i.referral_id = r.id) as items, (select jsonb_agg(s.layer order by place) from sealed_text s where s.referral_id = r.id) as layers, (select count(*) from disclosure) as readings from referral r where id = $1',
        [referralId],
      );
    const before = await state();
    const seen = await preview('ada', referralId, chosen);
    expect(await state()).toEqual(before);
    expect(await preview('carl', referralId, chosen)).toEqual(seen);
    await fixture.expectSuccess('ada', 'consentToReferral', { referralId, fieldIds: chosen });
    await fixture.expectSuccess('carl', 'sendReferral', { referralId });
    const sent = await fixture.ask(
      'dana',
      'query ($id: ID!) { referral(id: $id) { department { name } fields { id name value } } }',
      { id: referralId },
    );
    expect(sent['referral']).toEqual(seen);
    expect(await preview('ada', referralId, chosen)).toBeNull();
  });

  it('is nothing for everybody else, whether there is such a referral or not', async () => {
    const { referralId, fields } = await fixture.drafted(await fixture.assigned());
    for (const who of [
      'bea',
      'dirk',
      'amira',
      'sys',
      'cora',
      undefined,
      machine('department-housing', 'referrals:read'),
    ])
      for (const id of [referralId, estatesId]) expect(await preview(who, id, [fields['room'] ?? ''])).toBeNull();
  });
});
