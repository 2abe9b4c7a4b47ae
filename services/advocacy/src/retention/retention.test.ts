import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student } from '../../test/viewers.js';
import { caseLifecycle, openCase, type Case, type CaseStatus } from '../case/case.js';
import { canRetain, erasesAt, retentionActions, type Hold, type RetentionRule } from './retention.js';

const now = new Date('2026-10-05T09:00:00Z');
const opened: Case = openCase(toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
  student,
  matter: 'HOUSING',
  key: { keyId: 'k', dataKey: new Uint8Array() },
  now,
});
const at = (status: CaseStatus): Case => ({ ...opened, status, closedAt: now });
const hold = (basis: Hold['basis']): Hold => ({
  id: toId(''),
  caseId: opened.id,
  basis,
  placedAt: now,
  liftedAt: undefined,
});
const possible = (item: Case, holds: readonly Hold[]) =>
  retentionActions.filter((action) => canRetain(action, item, holds));
const rule = (version: number, validFrom: string, months: number): RetentionRule => ({
  version,
  validFrom: new Date(validFrom),
  matter: 'HOUSING',
  months,
});

describe('keeping a case', () => {
  it.each(caseLifecycle.states)('allows in %s what its holds leave', (status) => {
    const isOver = status === 'CLOSED' || status === 'SIGNPOSTED';
    expect(possible(at(status), [])).toEqual(['PLACE_HOLD', ...(isOver ? ['ASK_ERASURE'] : [])]);
    expect(possible(at(status), [hold('LEGAL')])).toEqual(['PLACE_HOLD', 'LIFT_HOLD']);
    expect(possible(at(status), [hold('LEGAL'), hold('ADJUDICATOR')])).toEqual(['LIFT_HOLD']);
  });

  it('ends with the erasure', () => {
    expect(possible({ ...at('CLOSED'), dataKey: undefined }, [])).toEqual([]);
  });

  it('lasts as the rule says that was in force when the case ended, whatever came later', () => {
    const rules = [rule(1, '2000-01-01', 24), rule(2, '2026-12-01', 6)];
    expect(erasesAt(at('CLOSED'), rules)?.toISOString()).toBe('2028-10-05T09:00:00.000Z');
    expect(erasesAt({ ...at('CLOSED'), closedAt: new Date('2027-01-05T09:00:00Z') }, rules)?.toISOString()).toBe(
      '2027-07-05T09:00:00.000Z',
    );
    expect(erasesAt(opened, rules)).toBeUndefined();
  });
});
