import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { memberIds, whoMay } from '../../test/personas.js';
import { beginExport, exportGivenUpMs, exportPauseMs, nextExportAt, type DataExport } from './data-export.js';
import { dataExportPolicy } from './data-export.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const ago = (ms: number): Date => new Date(now.getTime() - ms);
const copy: DataExport = {
  id: '00000000-0000-4000-8000-000000000900' as Id<'DataExport'>,
  memberId: memberIds.ada,
  requestedAt: now,
  finishedAt: now,
  version: 1,
};

describe('a copy', () => {
  it.each([
    ['the first', undefined, true],
    ['a day after the last one', { ...copy, requestedAt: ago(exportPauseMs) }, true],
    ['less than a day after the last one', { ...copy, requestedAt: ago(exportPauseMs - 1) }, false],
    ['while another is being written', { ...copy, requestedAt: ago(exportPauseMs), finishedAt: undefined }, false],
    ['when another was never finished', { ...copy, requestedAt: ago(exportGivenUpMs), finishedAt: undefined }, true],
  ])('asked for as %s: %p', (_what, latest, isAllowed) => {
    const begun = beginExport(latest, { id: copy.id, memberId: copy.memberId, now });
    expect(begun.ok).toBe(isAllowed);
    if (!begun.ok) expect(begun.error.__typename).toBe('LimitReachedError');
    const next = nextExportAt(latest);
    expect(next === undefined || next <= now).toBe(isAllowed);
  });

  it('is for people about themselves', () => {
    expect(whoMay((actor) => dataExportPolicy.subjectOf(actor) !== undefined)).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
      'mo',
    ]);
  });
});
