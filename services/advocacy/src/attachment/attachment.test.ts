import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  attachmentLifecycle,
  changeAttachment,
  checkDeclared,
  uploadMs,
  type Attachment,
  type AttachmentAction,
  type AttachmentStatus,
} from './attachment.js';
import { expectFile } from './file-kind.format.js';

const now = new Date('2026-10-05T09:00:00Z');
const at = (status: AttachmentStatus): Attachment => ({
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  caseId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e11'),
  sender: 'STUDENT',
  layer: 'CASE',
  status,
  contentType: 'text/plain',
  size: 5,
  scan: undefined,
  preparedAt: now,
  expiresAt: new Date(now.getTime() + uploadMs),
  storedAt: undefined,
  version: 1,
});

const possible: Readonly<Record<AttachmentStatus, readonly AttachmentAction[]>> = {
  AWAITED: ['RECEIVE', 'FAIL'],
  RECEIVING: ['STORE', 'REFUSE', 'FAIL'],
  STORED: ['ERASE'],
  REFUSED: [],
  FAILED: [],
  ERASED: [],
};

describe('the life of an attachment', () => {
  it.each(attachmentLifecycle.states)('allows from %s exactly what the table says', (status) => {
    expect(attachmentLifecycle.possible(at(status), now)).toEqual(possible[status]);
    for (const action of attachmentLifecycle.actions.filter((one) => !possible[status].includes(one)))
      expect(changeAttachment(at(status), action, now)).toMatchObject({
        error: { __typename: 'IllegalTransitionError', state: status, action },
      });
  });

  it('begins only while its bytes are awaited', () => {
    const last = new Date(now.getTime() + uploadMs);
    expect(changeAttachment(at('AWAITED'), 'RECEIVE', last).ok).toBe(true);
    expect(changeAttachment(at('AWAITED'), 'RECEIVE', new Date(last.getTime() + 1)).ok).toBe(false);
  });
});

describe('what is declared of a file', () => {
  const file = { name: 'letter.pdf', contentType: 'application/pdf', size: 10 };

  it('is a name without a path, a known kind and a size within the limit', () => {
    expect(
      checkDeclared({ ...file, name: 'C:\\Users\\ada\\letter\u0000.pdf', contentType: 'Application/PDF; a=b' }, 10),
    ).toMatchObject({ value: file });
    for (const [changes, path] of [
      [{ name: ' / ' }, 'name'],
      [{ name: 'x'.repeat(201) }, 'name'],
      [{ contentType: 'text/html' }, 'contentType'],
      [{ contentType: 'image/svg+xml' }, 'contentType'],
      [{ size: 0 }, 'size'],
      [{ size: 11 }, 'size'],
      [{ size: 1.5 }, 'size'],
    ] as const)
      expect(checkDeclared({ ...file, ...changes }, 10)).toMatchObject({ error: { fields: [{ path }] } });
  });
});

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
