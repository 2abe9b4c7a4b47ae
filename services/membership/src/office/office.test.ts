import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import type { Mandate, Position } from '../group/mandate.js';
import { fromOrigin, toOrigin } from './mandate-origin.js';
import { editPosition } from './office.js';

const position: Position = {
  id: fixedId<'Position'>(1),
  groupId,
  title: 'Captain',
  kind: 'OFFICER',
  seats: 3,
  constituency: undefined,
  removedAt: undefined,
  version: 1,
};
const held: Mandate = {
  id: fixedId<'Mandate'>(2),
  positionId: position.id,
  memberId: memberIds.ada,
  seat: 2,
  startsAt: new Date('2026-09-01T00:00:00Z'),
  endsAt: new Date('2027-09-01T00:00:00Z'),
  endedAt: undefined,
  conferredBy: 'ELECTION',
  version: 1,
};
const problems = (edited: ReturnType<typeof editPosition>) =>
  edited.ok ? [] : edited.error.fields.map(({ path, rule }) => [path, rule]);

describe('an edited position', () => {
  it('changes what is named and keeps the rest', () => {
    expect(editPosition(position, { title: ' Head ', kind: 'PRESIDENT', seats: 1 }, [])).toMatchObject({
      value: { title: 'Head', kind: 'PRESIDENT', seats: 1 },
    });
    expect(editPosition(position, {}, [held])).toMatchObject({ ok: true, value: position });
  });

  it('keeps the seats that are held and what it is for while somebody holds it', () => {
    expect(problems(editPosition(position, { seats: 1 }, [held]))).toEqual([['seats', 'OUT_OF_RANGE']]);
    expect(editPosition(position, { seats: 2 }, [held]).ok).toBe(true);
    expect(problems(editPosition(position, { kind: 'TREASURER' }, [held]))).toEqual([['kind', 'CONTRADICTION']]);
  });

  it('is never an office of the union', () => {
    expect(problems(editPosition(position, { title: '', kind: 'UNION_OFFICER' }, []))).toEqual([
      ['title', 'REQUIRED'],
      ['kind', 'UNKNOWN'],
    ]);
  });
});

describe('the way to an office', () => {
  it('is by election or by appointment, and by appointment when nobody says', () => {
    expect(toOrigin(fromOrigin('BY_ELECTION'))).toBe('BY_ELECTION');
    expect(toOrigin(fromOrigin('APPOINTED'))).toBe('APPOINTED');
    expect(fromOrigin(null)).toBe('APPOINTMENT');
  });
});
