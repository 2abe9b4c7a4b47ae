import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  checkRedactions,
  exportLifecycle,
  type CaseExport,
  type ExportAction,
  type ExportStatus,
} from './case-export.js';

const now = new Date('2026-10-05T09:00:00Z');
const at = (status: ExportStatus, expiresAt = new Date(now.getTime() + 1)): CaseExport => ({
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  caseId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e11'),
  status,
  requestedBy: 'carl',
  requestedAt: now,
  builtAt: undefined,
  offeredAt: undefined,
  answeredAt: undefined,
  expiresAt,
  digest: undefined,
  sizeBytes: undefined,
  consentedDigest: undefined,
  version: 1,
});
const inTime: Readonly<Record<ExportStatus, readonly ExportAction[]>> = {
  REQUESTED: ['BUILD', 'DISCARD'],
  BUILT: ['OFFER', 'DISCARD'],
  OFFERED: ['CONSENT', 'REFUSE', 'DISCARD'],
  CONSENTED: ['REFUSE', 'DOWNLOAD'],
  REFUSED: [],
  DISCARDED: [],
  EXPIRED: [],
};
const over: Readonly<Record<ExportStatus, readonly ExportAction[]>> = {
  REQUESTED: ['BUILD', 'DISCARD', 'EXPIRE'],
  BUILT: ['DISCARD', 'EXPIRE'],
  OFFERED: ['REFUSE', 'DISCARD', 'EXPIRE'],
  CONSENTED: ['REFUSE', 'EXPIRE'],
  REFUSED: [],
  DISCARDED: [],
  EXPIRED: [],
};

describe('the life of a bundle', () => {
  it.each(exportLifecycle.states)(
    'allows in %s exactly what the table says, in time and when its time is over',
    (status) => {
      expect(exportLifecycle.possible(at(status), now)).toEqual(inTime[status]);
      expect(exportLifecycle.possible(at(status, now), now)).toEqual(over[status]);
    },
  );

  it('takes at most 40 names that are long enough to be one', () => {
    expect(checkRedactions([' Ann ', 'Ann'])).toEqual({ ok: true, value: ['Ann'] });
    expect(checkRedactions(['A']).ok).toBe(false);
    expect(checkRedactions(Array.from({ length: 41 }, (_, index) => `Name ${index}`)).ok).toBe(false);
  });
});
