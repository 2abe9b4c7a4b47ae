import { describe, expect, it } from '@jest/globals';
import { uploadMs } from '@guildhall/files/declared';
import { toId } from '@guildhall/kernel';
import {
  attachmentLifecycle,
  changeAttachment,
  type Attachment,
  type AttachmentAction,
  type AttachmentStatus,
} from './attachment.js';

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
