import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { expectFile } from './expect-file.js';

async function* once(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
async function take(contentType: string, size: number, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const kept: Uint8Array[] = [];
  for await (const bytes of expectFile(once(...parts), { contentType, size })) kept.push(bytes);
  return Buffer.concat(kept).toString('latin1');
}

describe('bytes that come', () => {
  const pdf = '%PDF-1.7\n%\u00e2\u00e3';

  it('are of the declared kind and size', async () => {
    expect(await take('text/plain', 5, 'he', 'llo')).toBe('hello');
    expect(
      await take('text/plain', 4, Buffer.from('你').subarray(0, 2), Buffer.from('你').subarray(2), 'x'),
    ).toHaveLength(4);
    expect(await take('application/pdf', Buffer.byteLength(pdf), pdf)).toContain('%PDF');
  });

  it.each([
    ['more than declared', 'text/plain', 4, ['hello']],
    ['less than declared', 'text/plain', 6, ['hello']],
    ['nothing', 'text/plain', 1, []],
    ['a program under the name of a picture', 'image/png', 4, ['MZ\u0090\u0000']],
    ['a document under the name of text', 'text/plain', Buffer.byteLength(pdf), [pdf]],
    ['text with a null character', 'text/plain', 3, ['a\u0000b']],
    ['text in another encoding', 'text/plain', 3, [Buffer.from([0xff, 0xfe, 0xfd])]],
    ['text under the name of a document', 'application/pdf', 5, ['hello']],
  ] as const)('are refused when they are %s', async (_name, contentType, size, parts) => {
    await expect(take(contentType, size, ...parts)).rejects.toThrow(/declared/);
  });
});

const officeFile = (part: string, main: string) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${main}.main+xml"/></Types>`,
    ),
    [part]: strToU8('<x/>'),
  });
const open = (kind: string) => zipSync({ mimetype: [strToU8(kind), { level: 0 }], 'content.xml': strToU8('<x/>') });
const office = 'application/vnd.openxmlformats-officedocument';
const opened = 'application/vnd.oasis.opendocument';

describe('the kind of a document in an archive', () => {
  it.each([
    [
      `${office}.presentationml.presentation`,
      officeFile('ppt/presentation.xml', `${office}.presentationml.presentation`),
    ],
    [`${office}.spreadsheetml.sheet`, officeFile('xl/workbook.xml', `${office}.spreadsheetml.sheet`)],
    [`${opened}.presentation`, open(`${opened}.presentation`)],
    [`${opened}.spreadsheet`, open(`${opened}.spreadsheet`)],
  ])('is told from what is inside: %s', async (contentType, bytes) => {
    expect(await take(contentType, bytes.length, bytes)).toHaveLength(bytes.length);
    await expect(take('application/vnd.oasis.opendocument.text', bytes.length, bytes)).rejects.toThrow(/declared/);
  });

  it('is never that of an archive alone', async () => {
    const archive = zipSync({ 'a.txt': strToU8('hello') });
    await expect(take(`${office}.presentationml.presentation`, archive.length, archive)).rejects.toThrow(/declared/);
  });
});

describe('sound and tables', () => {
  it.each([
    ['audio/ogg', Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(40)])],
    [
      'audio/mpeg',
      Buffer.concat([
        Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000'),
        Buffer.from([0xff, 0xfb, 0x90, 0x64]),
        Buffer.alloc(413),
      ]),
    ],
    ['text/csv', Buffer.from('week,topic\n1,"循环"\n')],
  ])('are told from what is inside: %s', async (contentType, bytes) => {
    expect(Buffer.from(await take(contentType, bytes.length, bytes), 'latin1').equals(bytes)).toBe(true);
  });
});
