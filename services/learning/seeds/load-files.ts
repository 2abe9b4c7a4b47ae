import { createHash } from 'node:crypto';
import { openStore, readFileSettings } from '@guildhall/files';
import { fixedId, type DemoLibrary, type DemoLibraryEntry } from '@guildhall/demo';
import { insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** What a demo resource has to download, and what it is because of that. */
export type DemoFile = { readonly fileId: string; readonly kind: string };

type Written = {
  readonly name: string;
  readonly contentType: string;
  /** Which resource has it: the first of this kind and language that was published once. */
  readonly of: Pick<DemoLibraryEntry['resource'], 'kind' | 'language'>;
  /** What that resource is then. */
  readonly kind: string;
  write(title: string): Promise<Buffer> | Buffer;
};

const written: readonly Written[] = [
  {
    name: 'notes-on-one-page.pdf',
    contentType: 'application/pdf',
    of: { kind: 'NOTES', language: 'en' },
    kind: 'NOTES',
    write: writePage,
  },
  {
    name: 'revision-plan.csv',
    contentType: 'text/csv',
    of: { kind: 'TEMPLATE', language: 'en' },
    kind: 'FILE',
    write: () => Buffer.from('Demonstration: made up\nweek,topic,hours\n1,Lectures 1 to 4,3\n2,Problem sheet 1,2\n'),
  },
  {
    name: '复习计划.csv',
    contentType: 'text/csv',
    of: { kind: 'NOTES', language: 'zh-Hans' },
    kind: 'NOTES',
    write: () => Buffer.from('示例：内容均为虚构\n周次,主题,小时\n1,第一至四讲,3\n2,习题一,2\n'),
  },
];

/** Puts a few small files into the store and into the table, by the ids of the resources that have them; none where no files are taken. */
export async function loadFiles(
  manager: EntityManager,
  { entries }: DemoLibrary,
  { anchor, environment }: Pick<SeedOptions, 'anchor' | 'environment'>,
): Promise<ReadonlyMap<string, DemoFile>> {
  const settings = readFileSettings(environment, 'FILES');
  if (settings === undefined) return new Map();
  const store = openStore(settings.store);
  const files = new Map<string, DemoFile>();
  for (const { name, contentType, of, kind, write } of written) {
    const resource = ownerOf(entries, of)?.resource;
    if (resource === undefined) continue;
    const bytes = await write(resource.title);
    const fileId = fixedId(`library/file/${name}`);
    await store.write(fileId, bytes.length, once(bytes));
    const at = resource.publishedAt ?? anchor;
    await insertRows(manager, 'resource_file', [
      {
        ...{ id: fileId, name, owner_id: resource.authorId, content_type: contentType, size: bytes.length },
        ...{ status: 'STORED', scan: 'NOT_SCANNED', digest: createHash('sha256').update(bytes).digest('hex') },
        ...{ prepared_at: at, expires_at: at, stored_at: at, version: 1 },
      },
    ]);
    files.set(resource.id, { fileId, kind });
  }
  return files;
}

function ownerOf(entries: DemoLibrary['entries'], { kind, language }: Written['of']): DemoLibraryEntry | undefined {
  return entries.find(
    ({ resource, status, work, revisedAt, flaggedAt }) =>
      resource.kind === kind &&
      resource.language === language &&
      status === 'PUBLISHED' &&
      [work, revisedAt, flaggedAt].every((one) => one === undefined),
  );
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** One page; the writer of such documents is loaded for the demonstration alone. */
async function writePage(title: string): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const page = new PDFDocument({ size: 'A4', lang: 'en', info: { Title: title }, displayTitle: true });
  const parts: Buffer[] = [];
  page.on('data', (part: Buffer) => parts.push(part));
  page.fontSize(18).text(title).moveDown();
  page.fontSize(11).text('Demonstration: this page is made up, as is the union that shares it.').moveDown();
  page.text('What to know, what to try, and what to ask in the seminar.').end();
  await new Promise((resolve) => page.on('end', resolve));
  return Buffer.concat(parts);
}
