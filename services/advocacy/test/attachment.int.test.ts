import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { startBucket, startClamd } from './attachment-hosts.js';
import { intake, keys, startAdvocacy, type Fixture } from './fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-attachments-'));
const clock = new TestClock(testStart);
const settings = {
  ...keys,
  GUILDHALL_ATTACHMENTS_PORT: '0',
  GUILDHALL_ATTACHMENTS_DIR: folder,
  GUILDHALL_ATTACHMENTS_MAX_BYTES: '300000',
  GUILDHALL_ATTACHMENTS_ORIGINS: 'https://portal.test',
};
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock, environment: settings }));
});
afterAll(async () => {
  await test.stop();
  rmSync(folder, { recursive: true });
});

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]);
const list =
  'query ($id: ID!) { case(id: $id) { attachments { id name sender layer contentType size scan } attachmentLimits { bytesMax } } }';

type Who = string | undefined;
type Declared = {
  readonly name?: string;
  readonly contentType?: string;
  readonly size?: number;
  readonly layer?: string;
};

async function prepare(who: Who, caseId: string, declared: Declared = {}, on = fixture) {
  const input = {
    caseId,
    name: 'letter.pdf',
    contentType: 'application/pdf',
    size: pdf.length,
    idempotencyKey: randomUUID(),
    ...declared,
  };
  return on.mutate(who, 'prepareAttachment', input, 'attachmentId: id uploadUrl expiresAt');
}
const put = async (url: string, bytes: Buffer = pdf): Promise<number> =>
  (await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) })).status;
async function attached(who: Who, caseId: string, declared: Declared = {}, on = fixture): Promise<string> {
  const { attachmentId, uploadUrl } = await prepare(who, caseId, declared, on);
  expect(await put(uploadUrl)).toBe(201);
  return attachmentId;
}
const openIt = (who: Who, caseId: string, attachmentId: string, on = fixture) =>
  on.mutate(who, 'openAttachment', { caseId, attachmentId }, 'downloadUrl expiresAt');
const listed = async (who: Who, id: string) => (await fixture.ask(who, list, { id }))['case']?.attachments;
const statusOf = async (id: string) =>
  (await fixture.sql<{ status: string }>('select status from case_attachment where id = $1', [id]))[0]?.status;

describe('a file in a case', () => {
  it('goes in by an address, lies there encrypted, and comes out as it was, on record', async () => {
    const caseId = await fixture.assigned();
    const id = await attached('ada', caseId, { name: '../../letter.pdf' });
    const expected = {
      id,
      name: 'letter.pdf',
      sender: 'STUDENT',
      layer: 'CASE',
      contentType: 'application/pdf',
      size: pdf.length,
      scan: 'NOT_SCANNED',
    };
    expect(await listed('ada', caseId)).toEqual([expected]);
    expect(await listed('carl', caseId)).toEqual([expected]);
    const stored = readFileSync(join(folder, id));
    expect(stored.includes(pdf.subarray(0, 64))).toBe(false);
    const { downloadUrl } = await openIt('carl', caseId, id);
    const response = await fetch(downloadUrl);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
    expect(response.headers.get('content-disposition')).toBe('attachment');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const ledger = (
      await fixture.ask(
        'ada',
        'query ($id: ID!) { case(id: $id) { disclosures(first: 50) { edges { node { readerRole fields } } } } }',
        { id: caseId },
      )
    )['case'].disclosures.edges;
    expect(ledger.at(-1)).toEqual({ node: { readerRole: 'CASE_WORKER', fields: ['ATTACHMENTS'] } });
  });

  it('is not taken unless it is what was declared, and its address is spent all the same', async () => {
    const caseId = await fixture.assigned();
    for (const [declared, bytes] of [
      [{ contentType: 'image/png' }, pdf],
      [{ size: pdf.length - 1 }, pdf],
      [{ size: pdf.length + 1 }, pdf],
      [{ contentType: 'text/plain', size: 6 }, Buffer.from('MZ\u0000abc', 'latin1')],
    ] as const) {
      const { attachmentId, uploadUrl } = await prepare('ada', caseId, declared);
      expect(await put(uploadUrl, bytes)).toBe(415);
      expect(await put(uploadUrl)).toBe(404);
      expect(await statusOf(attachmentId)).toBe('FAILED');
      expect(existsSync(join(folder, attachmentId))).toBe(false);
    }
    expect(await listed('ada', caseId)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused before a byte is sent when it is too large or of a kind that is not taken', async () => {
    const caseId = await fixture.assigned();
    for (const [declared, path] of [
      [{ size: 300_001 }, 'size'],
      [{ contentType: 'text/html' }, 'contentType'],
      [{ name: '' }, 'name'],
    ] as const)
      expect(await prepare('ada', caseId, declared)).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path }],
      });
  });

  it('has an address that works once, however many come at the same moment', async () => {
    const caseId = await fixture.assigned();
    const { attachmentId, uploadUrl } = await prepare('ada', caseId);
    const statuses = await Promise.all(Array.from({ length: 5 }, () => put(uploadUrl)));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 404, 404, 404, 404]);
    expect(await put(uploadUrl)).toBe(404);
    expect(await statusOf(attachmentId)).toBe('STORED');
  });

  it('has addresses that nobody can change, use for something else, or use too late', async () => {
    const caseId = await fixture.assigned();
    const { uploadUrl } = await prepare('ada', caseId);
    const other = await prepare('ada', caseId);
    const changed = (change: (url: URL) => void): string => {
      const url = new URL(uploadUrl);
      change(url);
      return url.href;
    };
    for (const url of [
      changed(({ searchParams }) => searchParams.set('expires', String(Date.parse('2100-01-01')))),
      changed(({ searchParams }) => searchParams.set('signature', 'x')),
      changed(({ searchParams }) => searchParams.delete('signature')),
      changed((one) => (one.pathname = new URL(other.uploadUrl).pathname)),
      changed((one) => (one.pathname = '/attachments/')),
      changed((one) => (one.pathname = '/')),
    ])
      expect(await put(url)).toBe(404);
    expect((await fetch(uploadUrl)).status).toBe(404);
    expect((await fetch(uploadUrl, { method: 'DELETE' })).status).toBe(404);
    const id = await attached('ada', caseId);
    const { downloadUrl } = await openIt('ada', caseId, id);
    expect(await put(downloadUrl)).toBe(404);
    clock.set('2026-10-05T09:01:00.001Z');
    expect((await fetch(downloadUrl)).status).toBe(404);
    clock.set('2026-10-05T09:10:00.001Z');
    expect(await put(uploadUrl)).toBe(404);
    clock.set(testStart);
    expect(await put(uploadUrl)).toBe(201);
  });

  it('is prepared once for one key', async () => {
    const caseId = await fixture.assigned();
    const idempotencyKey = randomUUID();
    const input = { caseId, name: 'a.pdf', contentType: 'application/pdf', size: 10, idempotencyKey };
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => fixture.mutate('ada', 'prepareAttachment', input, 'attachmentId: id uploadUrl')),
    );
    expect(new Set(answers.map((answer) => answer['uploadUrl'])).size).toBe(1);
    expect(await fixture.mutate('ada', 'prepareAttachment', { ...input, size: 11 })).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('is one of a hundred at most', async () => {
    const caseId = await fixture.assigned();
    await fixture.sql(
      `insert into case_attachment select gen_random_uuid(), $1, 'STUDENT', 'CASE', 'STORED', 'text/plain', 1, 'CLEAN', $2, $2, $2, 1 from generate_series(1, 98)`,
      [caseId, testStart],
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => prepare('ada', caseId)));
    expect(answers.filter((answer) => answer['__typename'] === 'PrepareAttachmentSuccess')).toHaveLength(2);
    expect(answers.filter((answer) => answer['__typename'] === 'LimitReachedError')).toHaveLength(4);
  });

  it('is not sent to a case that is over', async () => {
    const caseId = await fixture.opened();
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
    expect(await prepare('ada', caseId)).toMatchObject({ __typename: 'IllegalTransitionError', action: 'ATTACH' });
  });

  it('can stay inside the team, where the student never sees it', async () => {
    const caseId = await fixture.assigned();
    expect(await prepare('ada', caseId, { layer: 'INTERNAL' })).toMatchObject({ __typename: 'NotAllowedError' });
    const id = await attached('carl', caseId, { layer: 'INTERNAL' });
    expect(await listed('ada', caseId)).toEqual([]);
    expect((await listed('carl', caseId)).map((one: { id: string }) => one.id)).toEqual([id]);
    expect(await openIt('ada', caseId, id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await openIt('carl', caseId, id)).toMatchObject({ __typename: 'OpenAttachmentSuccess' });
  });

  it('is to everybody else exactly as one that does not exist', async () => {
    const caseId = await fixture.assigned();
    const id = await attached('ada', caseId);
    await fixture.settled();
    const trace = async (work: () => Promise<unknown>) => {
      let answer: unknown;
      const statements = await test.countStatements(async () => {
        answer = await work();
      });
      return { answer, statements };
    };
    for (const who of ['bea', 'uma', 'cora', 'amira', 'dana', 'sys', undefined]) {
      expect(await listed(who, caseId)).toBeUndefined();
      for (const [hidden, missing] of [
        [() => openIt(who, caseId, id), () => openIt(who, randomUUID(), randomUUID())],
        [() => prepare(who, caseId), () => prepare(who, randomUUID())],
      ] as const) {
        const seen = await trace(hidden);
        expect({ who, ...seen }).toEqual({ who, ...(await trace(missing)) });
        expect(seen.answer).toMatchObject({ __typename: 'NotFoundError' });
      }
    }
  });

  it('goes with its case: what is left of it is removed, and its address opens nothing', async () => {
    const caseId = await fixture.assigned();
    const id = await attached('ada', caseId);
    const { downloadUrl } = await openIt('ada', caseId, id);
    const abandoned = await prepare('ada', caseId);
    await fixture.sql('update case_file set data_key = null where id = $1', [caseId]);
    expect((await fetch(downloadUrl)).status).toBe(404);
    expect(await put(abandoned.uploadUrl)).toBe(404);
    clock.set('2026-10-05T11:00:00Z');
    await fixture.sql(`select graphile_worker.add_job('sweep-attachments', payload := '{}'::json)`);
    await waitFor('the file to go', async () => (await statusOf(id)) === 'ERASED');
    await waitFor('the upload to be given up', async () => (await statusOf(abandoned.attachmentId)) === 'FAILED');
    expect(existsSync(join(folder, id))).toBe(false);
    clock.set(testStart);
  });

  it('is answered to the pages of the apps alone', async () => {
    const caseId = await fixture.assigned();
    const { uploadUrl } = await prepare('ada', caseId);
    const preflight = (origin: string) =>
      fetch(uploadUrl, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } });
    expect((await preflight('https://portal.test')).headers.get('access-control-allow-origin')).toBe(
      'https://portal.test',
    );
    expect((await preflight('https://evil.test')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lists the files of many cases in as many statements as of one', async () => {
    const many = 'query { viewer { member { cases(first: 50) { edges { node { attachments { id } } } } } } }';
    await fixture.settled();
    const before = await test.countStatements(async () => void (await fixture.ask('ada', many)));
    await attached('ada', await fixture.assigned());
    await fixture.settled();
    expect((await test.countStatements(async () => void (await fixture.ask('ada', many)))).toSorted()).toEqual(
      before.toSorted(),
    );
  });
});

describe('a file behind a receipt code', () => {
  it('goes in and out with the code alone', async () => {
    const { contactName: _name, ...told } = intake;
    const { code } = await fixture.mutate(undefined, 'openAnonymousCase', told, 'code');
    const file = { name: 'photo.pdf', contentType: 'application/pdf', size: pdf.length };
    const { uploadUrl, attachmentId } = await fixture.mutate(
      undefined,
      'prepareAttachmentByReceipt',
      { code, ...file },
      'attachmentId: id uploadUrl',
    );
    expect(await put(uploadUrl)).toBe(201);
    const { receipt } = await fixture.mutate(
      undefined,
      'readReceipt',
      { code },
      'receipt { attachments { id name sender scan } attachmentLimits { bytesMax contentTypes } }',
    );
    expect(receipt.attachments).toEqual([
      { id: attachmentId, name: 'photo.pdf', sender: 'STUDENT', scan: 'NOT_SCANNED' },
    ]);
    expect(receipt.attachmentLimits.bytesMax).toBe(300_000);
    const { downloadUrl } = await fixture.mutate(
      undefined,
      'openAttachmentByReceipt',
      { code, attachmentId },
      'downloadUrl',
    );
    expect(Buffer.from(await (await fetch(downloadUrl)).arrayBuffer()).equals(pdf)).toBe(true);
    for (const wrong of ['00000-00000-00000-00000', '']) {
      expect(await fixture.mutate(undefined, 'openAttachmentByReceipt', { code: wrong, attachmentId })).toMatchObject({
        __typename: 'NotFoundError',
      });
      expect(await fixture.mutate(undefined, 'prepareAttachmentByReceipt', { code: wrong, ...file })).toMatchObject({
        __typename: 'NotFoundError',
      });
    }
  });
});

describe('a scanner', () => {
  const evil = Buffer.from('this is EVIL text');
  const text = { name: 'a.txt', contentType: 'text/plain', size: evil.length };

  async function withScanner(
    environment: Readonly<Record<string, string>>,
    work: (on: Fixture) => Promise<void>,
  ): Promise<void> {
    const other = await startAdvocacy({ clock, environment: { ...settings, ...environment } });
    try {
      await work(other.fixture);
    } finally {
      await other.test.stop();
    }
  }

  async function expectJudged(on: Fixture): Promise<void> {
    const caseId = await on.assigned();
    const { attachmentId, uploadUrl } = await prepare('ada', caseId, text, on);
    expect(await put(uploadUrl, evil)).toBe(422);
    expect(existsSync(join(folder, attachmentId))).toBe(false);
    await attached('ada', caseId, {}, on);
    const files = (await on.ask('ada', list, { id: caseId }))['case'].attachments;
    expect(files.map((one: { scan: string }) => one.scan)).toEqual(['CLEAN']);
  }

  it('that is a ClamAV daemon sees every byte and keeps malware out', async () => {
    const clamd = await startClamd();
    await withScanner({ GUILDHALL_CLAMAV: clamd.address }, expectJudged);
    expect(new Set(clamd.seen.map((file) => file.length))).toEqual(new Set([evil.length, pdf.length]));
    expect(clamd.seen).toHaveLength(2);
    await clamd.stop();
  });

  it('that is a command sees every byte and keeps malware out', async () => {
    const command = `${process.execPath} -e process.stdin.on('data',(d)=>globalThis.b=(globalThis.b||'')+d).on('end',()=>process.exit(globalThis.b.includes('EVIL')?1:0))`;
    await withScanner({ GUILDHALL_SCAN_COMMAND: command }, expectJudged);
  });

  it.each([
    [
      'a daemon that gives no verdict',
      async () =>
        startClamd('silent').then((clamd) => ({ variables: { GUILDHALL_CLAMAV: clamd.address }, stop: clamd.stop })),
    ],
    [
      'a daemon that is away',
      async () => ({ variables: { GUILDHALL_CLAMAV: '127.0.0.1:9' }, stop: async () => undefined }),
    ],
    [
      'a command that is not there',
      async () => ({ variables: { GUILDHALL_SCAN_COMMAND: '/no/such/scanner' }, stop: async () => undefined }),
    ],
    [
      'a command that fails',
      async () => ({
        variables: { GUILDHALL_SCAN_COMMAND: `${process.execPath} -e process.exit(2)` },
        stop: async () => undefined,
      }),
    ],
  ])('lets nothing in when it is %s', async (_name, start) => {
    const { variables, stop } = await start();
    await withScanner(variables, async (on) => {
      const caseId = await on.assigned();
      const { attachmentId, uploadUrl } = await prepare('ada', caseId, {}, on);
      expect(await put(uploadUrl)).toBe(503);
      expect(existsSync(join(folder, attachmentId))).toBe(false);
      expect((await on.ask('ada', list, { id: caseId }))['case'].attachments).toEqual([]);
    });
    await stop();
  });
});

describe('a bucket', () => {
  it('holds sealed bytes alone, and gives and loses them as the folder does', async () => {
    const secret = { accessKeyId: 'the-key', secretAccessKey: randomBytes(20).toString('hex') };
    const bucket = await startBucket(secret);
    const { GUILDHALL_ATTACHMENTS_DIR: _folder, ...others } = settings;
    const s3 = {
      GUILDHALL_S3_ENDPOINT: bucket.endpoint,
      GUILDHALL_S3_BUCKET: 'union',
      GUILDHALL_S3_ACCESS_KEY: secret.accessKeyId,
      GUILDHALL_S3_SECRET_KEY: secret.secretAccessKey,
    };
    const other = await startAdvocacy({ clock, environment: { ...others, ...s3 } });
    const caseId = await other.fixture.assigned();
    const id = await attached('ada', caseId, {}, other.fixture);
    const object = bucket.objects.get(`/union/attachments/${id}`);
    expect(object?.length).toBeGreaterThan(pdf.length);
    expect(object?.includes(pdf.subarray(0, 64))).toBe(false);
    const { downloadUrl } = await openIt('carl', caseId, id, other.fixture);
    expect(Buffer.from(await (await fetch(downloadUrl)).arrayBuffer()).equals(pdf)).toBe(true);
    const { uploadUrl } = await prepare('ada', caseId, { contentType: 'image/png' }, other.fixture);
    expect(await put(uploadUrl)).toBe(415);
    expect([...bucket.objects.keys()]).toEqual([`/union/attachments/${id}`]);
    await other.test.stop();
    const wrong = await startAdvocacy({ clock, environment: { ...others, ...s3, GUILDHALL_S3_SECRET_KEY: 'another' } });
    const { uploadUrl: closed } = await prepare('ada', await wrong.fixture.assigned(), {}, wrong.fixture);
    expect(await put(closed)).toBe(503);
    await wrong.test.stop();
    await bucket.stop();
  });
});

describe('an installation without a port for files', () => {
  it('says so and takes none', async () => {
    const other = await startAdvocacy();
    const caseId = await other.fixture.assigned();
    expect((await other.fixture.ask('ada', list, { id: caseId }))['case']).toEqual({
      attachments: [],
      attachmentLimits: null,
    });
    expect(await prepare('ada', caseId, {}, other.fixture)).toMatchObject({ __typename: 'NotAllowedError' });
    await other.test.stop();
  });
});
