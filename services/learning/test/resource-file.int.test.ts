import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStart, waitFor } from '@guildhall/testing';
import { ask } from './ask.js';
import { missingId } from './fixture.js';
import { content, Library, pdf, put } from './resource-file-fixture.js';

let library: Library;
beforeAll(async () => {
  library = await Library.start();
});
afterAll(() => library.stop());

describe('a file of a resource', () => {
  it('comes in once, lies there as it came, and goes out under its name to whoever asks', async () => {
    const fileId = await library.stored('ada', { name: '..\\第三周 (final)’s.pdf' });
    const id = await library.published(fileId);
    expect(await library.read(undefined, id, 'kind file { id name contentType size scan storedAt }')).toEqual({
      kind: 'FILE',
      file: {
        id: fileId,
        name: '第三周 (final)’s.pdf',
        contentType: 'application/pdf',
        size: pdf.length,
        scan: 'NOT_SCANNED',
        storedAt: testStart,
      },
    });
    expect(readFileSync(join(library.folder, fileId)).equals(pdf)).toBe(true);
    const [row] = await library.sql<{ digest: string }>('select digest from resource_file where id = $1', [fileId]);
    expect(row?.digest).toBe(createHash('sha256').update(pdf).digest('hex'));
    const response = await library.fetched(undefined, fileId);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('第三周 ')}%28final%29%E2%80%99s.pdf`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('is not taken unless it is what was declared, and its address is spent all the same', async () => {
    for (const [declared, bytes] of [
      [{ contentType: 'image/png' }, pdf],
      [{ size: pdf.length - 1 }, pdf],
      [{ size: pdf.length + 1 }, pdf],
      [{ contentType: 'text/csv', size: 6 }, Buffer.from('MZ\u0000abc', 'latin1')],
    ] as const) {
      const { fileId, uploadUrl } = await library.awaited('bob', declared);
      expect(await put(uploadUrl, bytes)).toBe(415);
      expect(await put(uploadUrl)).toBe(404);
      expect(await library.statusOf(fileId)).toBe('FAILED');
      expect(existsSync(join(library.folder, fileId))).toBe(false);
    }
    expect(readdirSync(library.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leaves nothing behind when it breaks off', async () => {
    const { fileId, uploadUrl } = await library.awaited('bob');
    const sending = request(uploadUrl, { method: 'PUT', headers: { 'content-length': pdf.length } });
    sending.on('error', () => undefined);
    sending.write(pdf.subarray(0, 100_000));
    await waitFor('the file to be on its way', async () => (await library.statusOf(fileId)) === 'RECEIVING');
    sending.destroy();
    await waitFor('the file to be given up', async () => (await library.statusOf(fileId)) === 'FAILED');
    expect(readdirSync(library.folder).filter((name) => name.startsWith(fileId))).toEqual([]);
    expect(await put(uploadUrl)).toBe(404);
  });

  it('is refused before a byte is sent when it is too large, of another kind, or without a name', async () => {
    for (const [declared, path] of [
      [{ size: 300_001 }, 'size'],
      [{ size: 0 }, 'size'],
      [{ contentType: 'application/zip' }, 'contentType'],
      [{ contentType: 'image/svg+xml' }, 'contentType'],
      [{ name: '/' }, 'name'],
    ] as const)
      expect(await library.prepare('bob', declared)).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path }],
      });
  });

  it('is sent by active members alone', async () => {
    for (const who of [undefined, 'carl', 'lapsed'])
      expect(await library.prepare(who)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('has an address that works once, however many come at the same moment', async () => {
    const { fileId, uploadUrl } = await library.awaited('bob');
    const statuses = await Promise.all(Array.from({ length: 5 }, () => put(uploadUrl)));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 404, 404, 404, 404]);
    expect(await library.statusOf(fileId)).toBe('STORED');
  });

  it('has addresses that nobody can change, use for something else, or use too late', async () => {
    const { fileId, uploadUrl } = await library.awaited('ada');
    const other = await library.awaited('ada');
    const changed = (change: (url: URL) => void): string => {
      const url = new URL(uploadUrl);
      change(url);
      return url.href;
    };
    for (const url of [
      changed(({ searchParams }) => searchParams.set('expires', String(Date.parse('2100-01-01')))),
      changed(({ searchParams }) => searchParams.set('signature', 'x')),
      changed((one) => (one.pathname = new URL(other.uploadUrl).pathname)),
      changed((one) => (one.pathname = one.pathname.replace('files', 'attachments'))),
    ])
      expect(await put(url)).toBe(404);
    expect((await fetch(uploadUrl)).status).toBe(404);
    library.clock.set('2026-10-05T09:10:00.001Z');
    expect(await put(uploadUrl)).toBe(404);
    library.clock.set(testStart);
    expect(await put(uploadUrl)).toBe(201);
    await library.published(fileId);
    const downloadUrl = (await library.addressFor(undefined, fileId)) ?? '';
    expect(await put(downloadUrl)).toBe(404);
    library.clock.set('2026-10-05T09:10:00.000Z');
    expect((await fetch(downloadUrl)).status).toBe(200);
    library.clock.set('2026-10-05T09:10:00.001Z');
    expect((await fetch(downloadUrl)).status).toBe(404);
    library.clock.set(testStart);
  });

  it('is prepared once for one key', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 3 }, () => library.prepare('ada', { idempotencyKey })));
    expect(new Set(answers.map(({ uploadUrl }) => uploadUrl)).size).toBe(1);
    expect(await library.prepare('ada', { idempotencyKey, size: 11 })).toMatchObject({ __typename: 'ConflictError' });
  });

  it('is one of ten at most that wait for a resource, however many are prepared at once', async () => {
    await library.fixture.member('carla');
    const answers = await Promise.all(Array.from({ length: 12 }, () => library.prepare('carla')));
    const made = answers.filter(({ __typename }) => __typename === 'PrepareResourceFileSuccess');
    expect(made).toHaveLength(10);
    expect(answers.filter(({ __typename }) => __typename === 'LimitReachedError')).toHaveLength(2);
    const { fileId, uploadUrl = '' } = made[0] ?? {};
    expect(await put(uploadUrl)).toBe(201);
    expect(await library.prepare('carla')).toMatchObject({ __typename: 'LimitReachedError' });
    expect(await library.draft('carla', { fileId })).toMatchObject({ __typename: 'DraftResourceSuccess' });
    expect(await library.prepare('carla')).toMatchObject({ __typename: 'PrepareResourceFileSuccess' });
  });

  it('is answered to the pages of the portal alone', async () => {
    const { uploadUrl } = await library.awaited('ada');
    const allowed = async (origin: string) =>
      (await fetch(uploadUrl, { method: 'OPTIONS', headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await allowed('https://portal.test')).toBe('https://portal.test');
    expect(await allowed('https://desk.test')).toBeNull();
  });
});

describe('what a resource may have as its file', () => {
  it('is told to everybody', async () => {
    const { resourceFileLimits: limits } = await ask<{
      resourceFileLimits: { bytesMax: number; contentTypes: string[] };
    }>(library.test, undefined, '{ resourceFileLimits { bytesMax contentTypes } }');
    expect(limits.bytesMax).toBe(300_000);
    expect(limits.contentTypes).toContain('text/csv');
    expect(limits.contentTypes).not.toContain('application/zip');
  });

  it('follows from its kind', async () => {
    const fileId = await library.stored('ada');
    const problem = (rule: string) => ({ __typename: 'ValidationError', fields: [{ path: 'fileId', rule }] });
    expect(await library.draft('ada', {})).toMatchObject(problem('REQUIRED'));
    for (const kind of ['LINK', 'VIDEO'])
      expect(await library.draft('ada', { kind, fileId, address: 'https://a.example.org/' })).toMatchObject(
        problem('CONTRADICTION'),
      );
    for (const kind of ['GUIDE', 'NOTES', 'PAST_PAPER', 'TEMPLATE'])
      expect(await library.draft('ada', { kind, fileId })).toMatchObject({ resource: { file: { id: fileId } } });
  });

  it('is a stored file of the same author, and anything else is refused alike', async () => {
    const { fileId: awaited } = await library.awaited('ada');
    const ofBob = await library.stored('bob');
    const { resource } = await library.draft('ada', { fileId: await library.stored('ada') });
    const refused = [];
    for (const fileId of [awaited, ofBob, missingId, 'nonsense']) {
      refused.push(await library.draft('ada', { fileId }));
      const edit = { resourceId: resource?.id, content: { ...content, fileId } };
      expect(await library.act('ada', 'editResource', edit)).toMatchObject({
        fields: [{ path: 'fileId', rule: 'UNKNOWN' }],
      });
    }
    for (const answer of refused) expect(answer).toEqual(refused[0]);
    expect(refused[0]).toMatchObject({ fields: [{ path: 'fileId', rule: 'UNKNOWN' }] });
  });

  it('is held to by the database', async () => {
    const id = await library.published(await library.stored('ada'));
    for (const [statement, constraint] of [
      [`update resource set file_id = null where id = $1`, 'resource_file_fits_kind'],
      [`update resource set kind = 'LINK' where id = $1`, 'resource_file_fits_kind'],
      [`update resource_version set file_id = null, kind = 'NOTES' where resource_id = $1`, 'what was published stays'],
      [`delete from resource_file where id = (select file_id from resource where id = $1)`, '_file_fk'],
    ] as const)
      await expect(library.sql(statement, [id])).rejects.toThrow(constraint);
  });
});

describe('the search', () => {
  it('finds a resource by the name of its file, in both languages, as long as it has that file', async () => {
    const found = async (search: string) => {
      const query = 'query ($search: String) { resources(search: $search) { edges { node { id } } } }';
      const { resources } = await ask<{ resources: { edges: { node: { id: string } }[] } }>(
        library.test,
        undefined,
        query,
        { search },
      );
      return resources.edges.map(({ node }) => node.id);
    };
    const id = await library.published(await library.stored('ada', { name: 'thermodynamics_seminar-热力学.pdf' }));
    expect(await found('thermodynamics')).toEqual([id]);
    expect(await found('热力学')).toEqual([id]);
    await library.act('ada', 'reviseResource', { resourceId: id });
    const fileId = await library.stored('ada', { name: 'optics.pdf' });
    await library.act('ada', 'editResource', { resourceId: id, content: { ...content, fileId } });
    expect(await found('optics')).toEqual([]);
    await library.act('ada', 'submitResource', { resourceId: id });
    await library.act('rosa', 'publishResource', { resourceId: id });
    expect(await found('optics')).toEqual([id]);
    expect(await found('thermodynamics')).toEqual([]);
  });
});
