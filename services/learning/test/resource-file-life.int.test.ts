import { existsSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { startTestService, testStart, waitFor } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import { personalSections } from '../src/personal-data/personal.sections.js';
import { ask } from './ask.js';
import { learning } from './fixture.js';
import { Library, pdf, put } from './resource-file-fixture.js';

let library: Library;
beforeAll(async () => {
  library = await Library.start();
});
afterAll(() => library.stop());
afterEach(() => library.clock.set(testStart));

const nextDay = '2026-10-06T09:10:00.001Z';
const isThere = (id: string, on = library): boolean => existsSync(join(on.folder, id));
const gone = (id: string) => waitFor(`${id} to be forgotten`, async () => (await library.statusOf(id)) === undefined);

/** Files as if their owner had sent them yesterday, without the limit on how many. */
async function oldFiles(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) writeFileSync(join(library.folder, id), pdf);
  await library.sql(
    `insert into resource_file select id, $2, 'old.pdf', 'application/pdf', $3, 'STORED', 'abc', 'NOT_SCANNED', $4, $4, $4, 1
     from unnest($1::uuid[]) as id`,
    [ids, library.people.ada.id, pdf.length, new Date('2026-10-04T08:00:00Z')],
  );
  return ids;
}

describe('a file that nobody needs', () => {
  it('goes after a day with its bytes, and not before', async () => {
    const [unused, used] = [await library.stored('ada'), await library.stored('ada')];
    await library.draft('ada', { fileId: used });
    const broken = await library.awaited('ada');
    expect(await put(broken.uploadUrl, Buffer.from('x'))).toBe(415);
    const never = await library.awaited('ada');
    library.clock.set('2026-10-05T10:10:00.001Z');
    await library.sweep();
    await gone(never.fileId);
    expect(await library.statusOf(broken.fileId)).toBe('FAILED');
    expect(await library.statusOf(unused)).toBe('STORED');
    library.clock.set(nextDay);
    await library.sweep();
    await gone(unused);
    await gone(broken.fileId);
    expect([isThere(unused), isThere(used)]).toEqual([false, true]);
    expect(await library.statusOf(used)).toBe('STORED');
    expect(await library.draft('ada', { fileId: unused })).toMatchObject({ __typename: 'ValidationError' });
    expect(await put(never.uploadUrl)).toBe(404);
  });

  it('goes when its bytes went before and the rest did not', async () => {
    const [id = ''] = await oldFiles(1);
    await library.sql(`update resource_file set status = 'REMOVED' where id = $1`, [id]);
    await library.sweep();
    await gone(id);
    expect(isThere(id)).toBe(false);
  });

  it('stays whole when a version names it at the very moment it was to go', async () => {
    const id = toId<'ResourceFile'>(await library.stored('ada'));
    await library.test.dataSource.transaction(async (manager) => {
      const { resourceFiles, resources, resourceVersions } = createRepositories(manager);
      const kept = await resourceFiles.findStoredKept(id, library.people.ada.id);
      const resource = await library.fixture.resource(library.people.ada, { status: 'DRAFT' });
      library.clock.set(nextDay);
      await library.sweep();
      await waitFor('the sweep to wait for the author', async () => {
        const waiting = await library.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length > 0;
      });
      const actor = { kind: 'system', task: 'test' } as const;
      const version = await resourceVersions.getInWork(actor, resource.id);
      await resourceVersions.save({ ...version, fileId: kept?.id });
      await resources.save({ ...resource, fileId: kept?.id });
    });
    const [other = ''] = await oldFiles(1);
    await library.sweep();
    await gone(other);
    expect(await library.statusOf(id)).toBe('STORED');
    expect(isThere(id)).toBe(true);
  });

  it('is either named or gone, as a whole, when many authors and the sweep come at once', async () => {
    const ids = await oldFiles(24);
    const [answers] = await Promise.all([
      Promise.all(ids.map((fileId) => library.draft('ada', { fileId }))),
      library.sweep(),
      library.sweep(),
    ]);
    for (const [index, id] of ids.entries()) {
      const isNamed = answers[index]?.__typename === 'DraftResourceSuccess';
      if (!isNamed) {
        expect(answers[index]).toMatchObject({ fields: [{ path: 'fileId', rule: 'UNKNOWN' }] });
        await gone(id);
      }
      expect([id, isThere(id)]).toEqual([id, isNamed]);
    }
  });
});

describe('whoever is erased', () => {
  it('is no more the owner of what was published, and what no resource has goes', async () => {
    const { id: memberId } = library.people.bob;
    const [shared, drafted, unused] = [
      await library.stored('bob'),
      await library.stored('bob'),
      await library.stored('bob', { name: 'Bob Smith.pdf' }),
    ];
    const { resource } = await library.draft('bob', { fileId: shared });
    await library.act('bob', 'submitResource', { resourceId: resource?.id });
    await library.act('rosa', 'publishResource', { resourceId: resource?.id });
    await library.draft('bob', { fileId: drafted });
    const select = personalSections.find(({ name }) => name === 'resourceFiles')?.select ?? '';
    expect(await library.sql(select, [memberId])).toHaveLength(3);
    for (const { erase } of personalSections) for (const statement of erase) await library.sql(statement, [memberId]);
    expect(await library.sql(select, [memberId])).toEqual([]);
    expect((await library.fetched(undefined, shared)).status).toBe(200);
    expect(await library.sql(`select 1 from resource_file where name = 'Bob Smith.pdf'`)).toEqual([]);
    await library.sweep();
    await gone(drafted);
    await gone(unused);
    expect([shared, drafted, unused].map((id) => isThere(id))).toEqual([true, false, false]);
  });
});

describe('a scanner', () => {
  const evil = Buffer.from('this is EVIL text');
  const text = { name: 'a.txt', contentType: 'text/plain' };
  const command = `${process.execPath} -e process.stdin.on('data',(d)=>globalThis.b=(globalThis.b||'')+d).on('end',()=>process.exit(globalThis.b.includes('EVIL')?1:0))`;

  it('keeps malware out at once and says of the rest that it was looked at', async () => {
    const other = await Library.start({ GUILDHALL_SCAN_COMMAND: command });
    const { fileId, uploadUrl } = await other.awaited('ada', { ...text, size: evil.length });
    expect(await put(uploadUrl, evil)).toBe(422);
    expect(await other.statusOf(fileId)).toBe('REFUSED');
    expect(isThere(fileId, other)).toBe(false);
    expect(await other.draft('ada', { fileId })).toMatchObject({ __typename: 'ValidationError' });
    const id = await other.published(await other.stored('ada'));
    expect(await other.read(undefined, id, 'file { scan }')).toEqual({ file: { scan: 'CLEAN' } });
    await other.stop();
  });

  it('lets nothing in without a verdict', async () => {
    const other = await Library.start({ GUILDHALL_SCAN_COMMAND: `${process.execPath} -e process.exit(2)` });
    const { fileId, uploadUrl } = await other.awaited('ada');
    expect(await put(uploadUrl)).toBe(503);
    expect(await other.statusOf(fileId)).toBe('FAILED');
    expect(isThere(fileId, other)).toBe(false);
    await other.stop();
  });
});

describe('an installation without a port for files', () => {
  it('says so and takes none', async () => {
    const test = await startTestService(learning);
    const query = `{ resourceFileLimits { bytesMax } resourceFileAddress(id: "${randomUUID()}") { url } }`;
    expect(await ask(test, undefined, query)).toEqual({ resourceFileLimits: null, resourceFileAddress: null });
    const { data } = await test.run(
      'ada',
      `mutation { prepareResourceFile(input: { name: "a.pdf", contentType: "application/pdf", size: 1 }) { __typename } }`,
    );
    expect(data).toEqual({
      prepareResourceFile: { __typename: 'NotAllowedError' },
    });
    await test.stop();
  });

  it('does not start when it has a port and nothing to sign addresses with', async () => {
    await expect(Library.start({ GUILDHALL_CREDENTIAL_KEY: '' })).rejects.toThrow('GUILDHALL_CREDENTIAL_KEY');
  });
});
