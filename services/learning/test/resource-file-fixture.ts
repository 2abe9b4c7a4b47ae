import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask, mutate } from './ask.js';
import { Fixture, learning, type TestMember } from './fixture.js';

/** A file that is a PDF by its first bytes, of a size that takes more than one chunk. */
export const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]);

/** Content of a resource with which everything else of it is in order. */
export const content = {
  title: 'Slides of week 3',
  summary: 'What was shown in the third week.',
  body: 'Read them before the seminar.',
  kind: 'FILE',
  language: 'en',
  subject: 'Study',
  licence: 'CC_BY_4_0',
};

type Declared = { readonly name?: string; readonly contentType?: string; readonly size?: number };
type Prepared = { readonly fileId: string; readonly uploadUrl: string };

/** The library with files, as members, a reviewer and guests reach it. */
export class Library {
  readonly clock: TestClock;
  readonly test: TestService;
  readonly fixture: Fixture;
  readonly people: { readonly ada: TestMember; readonly bob: TestMember };
  readonly folder: string;

  private constructor(parts: Pick<Library, 'clock' | 'test' | 'fixture' | 'people' | 'folder'>) {
    this.clock = parts.clock;
    this.test = parts.test;
    this.fixture = parts.fixture;
    this.people = parts.people;
    this.folder = parts.folder;
  }

  /** Starts a library; `variables` change how it takes files. */
  static async start(variables: Readonly<Record<string, string>> = {}): Promise<Library> {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-files-'));
    const clock = new TestClock(testStart);
    const environment = {
      GUILDHALL_CREDENTIAL_KEY: Buffer.alloc(32, 7).toString('base64'),
      GUILDHALL_FILES_PORT: '0',
      GUILDHALL_FILES_DIR: folder,
      GUILDHALL_FILES_MAX_BYTES: '300000',
      GUILDHALL_FILES_ORIGINS: 'https://portal.test',
      ...variables,
    };
    const test = await startTestService(learning, { clock, environment });
    const fixture = new Fixture(test);
    const [ada, bob, rosa, uma] = [
      await fixture.member('ada'),
      await fixture.member('bob'),
      await fixture.member('rosa'),
      await fixture.member('uma'),
    ];
    await fixture.mandate(rosa, 'COURSE_REP');
    await fixture.mandate(uma, 'UNION_OFFICER');
    await fixture.member('lapsed', false);
    return new Library({ clock, test, fixture, people: { ada, bob }, folder });
  }

  async stop(): Promise<void> {
    await this.test.stop();
    rmSync(this.folder, { recursive: true });
  }

  prepare(who: string | undefined, declared: Declared & { readonly idempotencyKey?: string } = {}) {
    const input = {
      name: 'slides.pdf',
      contentType: 'application/pdf',
      size: pdf.length,
      idempotencyKey: randomUUID(),
      ...declared,
    };
    const success = 'fileId: id uploadUrl expiresAt';
    return mutate<Prepared>(this.test, who, { name: 'prepareResourceFile', input, success });
  }

  /** As `prepare`, where it must be allowed. */
  async awaited(who: string, declared: Declared = {}): Promise<Prepared> {
    const { fileId, uploadUrl, message } = await this.prepare(who, declared);
    if (fileId === undefined || uploadUrl === undefined) throw new Error(message ?? 'not prepared');
    return { fileId, uploadUrl };
  }

  /** A file of a member that is stored; its id. */
  async stored(who: string, declared: Declared = {}, bytes: Buffer = pdf): Promise<string> {
    const { fileId, uploadUrl } = await this.awaited(who, { size: bytes.length, ...declared });
    const status = await put(uploadUrl, bytes);
    if (status !== 201) throw new Error(`not stored: ${status}`);
    return fileId;
  }

  draft(who: string, changes: object) {
    const input = { content: { ...content, ...changes } };
    return mutate<{ resource: { id: string } }>(this.test, who, {
      name: 'draftResource',
      input,
      success: 'resource { id file { id } }',
    });
  }

  /** Something else that is done to a resource. */
  act(who: string, name: string, input: object) {
    return mutate<{ resource: { id: string } }>(this.test, who, { name, input, success: 'resource { id }' });
  }

  /** A resource by Ada with this file, published by Rosa; its id. */
  async published(fileId: string, changes: object = {}): Promise<string> {
    const { resource } = await this.draft('ada', { fileId, ...changes });
    const resourceId = resource?.id ?? '';
    await this.act('ada', 'submitResource', { resourceId });
    await this.act('rosa', 'publishResource', { resourceId });
    return resourceId;
  }

  /** Where somebody can fetch a file; nothing when they may not, or there is none. */
  async addressFor(who: string | undefined, id: string): Promise<string | undefined> {
    const query = 'query ($id: ID!) { resourceFileAddress(id: $id) { url } }';
    const asked = await ask<{ resourceFileAddress: { url: string } | null }>(this.test, who, query, { id });
    return asked.resourceFileAddress?.url;
  }

  /** The answer of the door to whoever may fetch a file. */
  async fetched(who: string | undefined, fileId: string): Promise<Response> {
    return fetch((await this.addressFor(who, fileId)) ?? '');
  }

  async read<T>(who: string | undefined, id: string, selection: string): Promise<T | null> {
    const query = `query ($id: ID!) { resource(id: $id) { ${selection} } }`;
    return (await ask<{ resource: T | null }>(this.test, who, query, { id })).resource;
  }

  sql<T>(statement: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    return this.test.dataSource.query(statement, [...values]);
  }

  /** Where a file stands; nothing once it is forgotten. */
  async statusOf(id: string): Promise<string | undefined> {
    const [row] = await this.sql<{ status: string }>('select status from resource_file where id = $1', [id]);
    return row?.status;
  }

  /** Asks for the job that removes what nobody needs. */
  async sweep(): Promise<void> {
    await this.sql(`select graphile_worker.add_job('sweep-resource-files', payload := '{}'::json)`);
  }
}

/** Sends bytes to an address; the status of the answer. */
export async function put(url: string, bytes: Buffer = pdf): Promise<number> {
  return (await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) })).status;
}
