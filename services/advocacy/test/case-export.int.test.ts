import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { strFromU8, unzipSync } from 'fflate';
import { keys, startAdvocacy, type Fixture } from './fixture.js';
import { driveJobs } from './job-driver.js';

const clock = new TestClock(testStart);
const folder = mkdtempSync(join(tmpdir(), 'guildhall-export-'));
const settings = { ...keys, GUILDHALL_ATTACHMENTS_PORT: '0', GUILDHALL_ATTACHMENTS_DIR: folder };
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock, environment: settings }));
});
beforeEach(() => clock.set(testStart));
afterAll(async () => {
  await test.stop();
  rmSync(folder, { recursive: true });
});

type Bundle = {
  readonly id: string;
  readonly status: string;
  readonly digest: string;
  readonly preview: { title: string; lines: string[] }[] | null;
};
const selection =
  'id status digest sizeBytes expiresAt redactions preview { title lines } downloads { byWhom } viewerActions';
const bundles = async (who: string, id: string): Promise<readonly (Bundle & Record<string, unknown>)[]> =>
  (await fixture.ask(who, `query ($id: ID!) { case(id: $id) { exports { ${selection} } } }`, { id }))['case'].exports;
const last = async (who: string, id: string) => {
  const found = (await bundles(who, id)).at(-1);
  if (found === undefined) throw new Error('no bundle');
  return found;
};
const request = (caseId: string, redactions: readonly string[] = ['Quentin Walnut']) =>
  fixture.mutate('carl', 'requestExport', { caseId, redactions, idempotencyKey: randomUUID() }, 'export { id status }');
const built = async (caseId: string, redactions?: readonly string[]) => {
  await request(caseId, redactions);
  await waitFor('the bundle to be built', async () => (await last('carl', caseId)).status === 'BUILT');
  return last('carl', caseId);
};
const typeOf = async (answer: Promise<{ readonly __typename: string }>) => (await answer).__typename;

describe('a bundle for an external adjudicator', () => {
  it('holds everything that student and worker share, with third parties taken out, and leaves only with consent to exactly it', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'I spoke with QUENTIN  WALNUT today.' });
    const referralId = await fixture.sent(caseId);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dana', 'draftReferralResponse', {
      referralId,
      text: 'A private draft of the department.',
    });
    const bundle = await built(caseId);
    const shown = JSON.stringify(bundle.preview);
    for (const word of [
      'radiator',
      'Ada Saffron Okafor',
      'Lakeside 27',
      'Student Housing',
      'health (not agreed to): Bronchitis',
      'First contact',
      'I spoke with [person 1] today.',
    ])
      expect(shown).toContain(word);
    for (const word of ['Quentin', 'WALNUT', 'A private draft']) expect(shown).not.toContain(word);
    expect(bundle).toMatchObject({ redactions: ['Quentin Walnut'], viewerActions: ['OFFER', 'DISCARD'] });
    expect(await typeOf(fixture.mutate('carl', 'downloadExport', { exportId: bundle.id }))).toBe(
      'IllegalTransitionError',
    );
    await fixture.expectSuccess('carl', 'offerExport', { exportId: bundle.id });
    expect(await last('ada', caseId)).toMatchObject({
      status: 'OFFERED',
      viewerActions: ['CONSENT', 'REFUSE'],
      digest: bundle.digest,
    });
    const consent = (digest: string) =>
      fixture.mutate('ada', 'answerExport', { exportId: bundle.id, consents: true, digest });
    expect(await consent('0'.repeat(64))).toMatchObject({ fields: [{ path: 'digest', rule: 'CONTRADICTION' }] });
    expect(await typeOf(fixture.mutate('carl', 'downloadExport', { exportId: bundle.id }))).toBe(
      'IllegalTransitionError',
    );
    expect(await typeOf(consent(bundle.digest))).toBe('AnswerExportSuccess');
    const taken = await fixture.mutate('carl', 'downloadExport', { exportId: bundle.id }, 'fileName content digest');
    const archive = Buffer.from(taken['content'], 'base64');
    expect(createHash('sha256').update(archive).digest('hex')).toBe(bundle.digest);
    const files = unzipSync(archive);
    expect(Object.keys(files).sort()).toEqual(['case.html', 'case.json']);
    expect(strFromU8(files['case.html'] ?? new Uint8Array())).not.toMatch(/quentin/i);
    expect(JSON.parse(strFromU8(files['case.json'] ?? new Uint8Array()))).toMatchObject({
      facts: { matter: 'HOUSING' },
    });
    await fixture.expectSuccess('ada', 'downloadExport', { exportId: bundle.id });
    const takers = (await last('ada', caseId))['downloads'];
    expect(takers).toEqual(expect.arrayContaining([{ byWhom: 'CASE_WORKER' }, { byWhom: 'STUDENT' }]));
    expect(takers).toHaveLength(2);
    const ledger = await fixture.ask(
      'ada',
      'query ($id: ID!) { case(id: $id) { disclosures(first: 100) { edges { node { fields } } } } }',
      { id: caseId },
    );
    expect(JSON.stringify(ledger)).toContain('EXPORT');
    const [notice] = await fixture.sql(
      `select 1 as told from notice where case_id = $1 and reason = 'FILE_EXPORTED' and recipient_kind = 'STUDENT'`,
      [caseId],
    );
    expect(notice).toEqual({ told: 1 });
  });

  it('holds the files that both share, as they were sent', async () => {
    const caseId = await fixture.assigned();
    const bytes = new TextEncoder().encode('What the landlord wrote.');
    const { uploadUrl } = await fixture.mutate(
      'ada',
      'prepareAttachment',
      {
        caseId,
        name: 'letter of Quentin Walnut.txt',
        contentType: 'text/plain',
        size: bytes.length,
        idempotencyKey: randomUUID(),
      },
      'attachmentId: id uploadUrl',
    );
    expect((await fetch(uploadUrl, { method: 'PUT', body: bytes })).status).toBe(201);
    const bundle = await built(caseId);
    expect(JSON.stringify(bundle.preview)).toContain('letter of [person 1].txt');
    await fixture.expectSuccess('carl', 'offerExport', { exportId: bundle.id });
    await fixture.expectSuccess('ada', 'answerExport', { exportId: bundle.id, consents: true, digest: bundle.digest });
    const { content } = await fixture.mutate('ada', 'downloadExport', { exportId: bundle.id }, 'content');
    const files = unzipSync(Buffer.from(content, 'base64'));
    expect(strFromU8(files['attachments/01-letter_of_person_1_.txt'] ?? new Uint8Array())).toBe(
      'What the landlord wrote.',
    );
  });

  it('is one at a time, and another is built after it was discarded or refused', async () => {
    const caseId = await fixture.assigned();
    const answers = await Promise.all([request(caseId), request(caseId), request(caseId)]);
    expect(answers.map((answer): string => answer['__typename']).toSorted()).toEqual([
      'IllegalTransitionError',
      'IllegalTransitionError',
      'RequestExportSuccess',
    ]);
    await waitFor('the bundle to be built', async () => (await last('carl', caseId)).status === 'BUILT');
    const first = await last('carl', caseId);
    expect(await typeOf(fixture.mutate('ada', 'discardExport', { exportId: first.id }))).toBe('NotAllowedError');
    await fixture.expectSuccess('carl', 'discardExport', { exportId: first.id });
    expect(await last('carl', caseId)).toMatchObject({ status: 'DISCARDED', preview: null, redactions: null });
    clock.advance(1000);
    const second = await built(caseId, ['Walnut']);
    await fixture.expectSuccess('carl', 'offerExport', { exportId: second.id });
    await fixture.expectSuccess('ada', 'answerExport', { exportId: second.id, consents: false, digest: second.digest });
    expect(await last('ada', caseId)).toMatchObject({ status: 'REFUSED', preview: null, viewerActions: [] });
    expect(await request(caseId, ['x', ''])).toMatchObject({ __typename: 'ValidationError' });
  });

  it('is destroyed when its time is over', async () => {
    const caseId = await fixture.assigned();
    const bundle = await built(caseId);
    await fixture.expectSuccess('carl', 'offerExport', { exportId: bundle.id });
    await fixture.expectSuccess('ada', 'answerExport', { exportId: bundle.id, consents: true, digest: bundle.digest });
    clock.set('2026-10-20T09:00:00Z');
    expect(await typeOf(fixture.mutate('carl', 'downloadExport', { exportId: bundle.id }))).toBe(
      'IllegalTransitionError',
    );
    await driveJobs(fixture, `expire-export:${caseId}`, {
      what: 'the bundle to expire',
      until: async () => (await last('carl', caseId)).status === 'EXPIRED',
    });
    expect(
      await fixture.sql(`select 1 from sealed_text where case_id = $1 and place like 'export/%'`, [caseId]),
    ).toEqual([]);
  });

  it('is not there for anybody else', async () => {
    const caseId = await fixture.assigned();
    const { id, digest } = await built(caseId);
    for (const who of ['bea', 'cora', 'amira', 'uma', 'dana', 'nina', 'sys', undefined]) {
      for (const [name, input] of [
        ['offerExport', {}],
        ['answerExport', { consents: true, digest }],
        ['downloadExport', {}],
        ['discardExport', {}],
      ] as const)
        expect({ who, name, answer: await fixture.mutate(who, name, { exportId: id, ...input }) }).toEqual({
          who,
          name,
          answer: await fixture.mutate(who, name, { exportId: randomUUID(), ...input }),
        });
      expect(await fixture.mutate(who, 'requestExport', { caseId, redactions: [] })).toEqual(
        await fixture.mutate(who, 'requestExport', { caseId: randomUUID(), redactions: [] }),
      );
    }
  });
});
