import { describe, expect, it } from '@jest/globals';
import { housing, viewers, type ViewerName } from '../../test/viewers.js';
import { departmentPolicy, visibleStaff } from './department.policy.js';

const startsAt = new Date('2026-10-05T09:00:00Z');
const endsAt = new Date('2027-10-05T09:00:00Z');
const names = Object.keys(viewers) as ViewerName[];

describe('the rights over a department’s posts', () => {
  it.each(names)('let %s appoint only as lead of the department or as admin', (name) => {
    const may = (role: 'STAFF' | 'LEAD') =>
      departmentPolicy.canAppoint(viewers[name].actor, {
        departmentId: housing,
        subject: 'new',
        role,
        startsAt,
        endsAt,
      });
    expect([may('STAFF'), may('LEAD')]).toEqual([name === 'department lead' || name === 'admin', name === 'admin']);
  });

  it.each(names)('show the posts to %s only as a colleague or as admin', (name) => {
    const { all, departmentIds } = visibleStaff(viewers[name].actor);
    expect(all || departmentIds.includes(housing)).toBe(
      ['department staff', 'department lead', 'admin'].includes(name),
    );
  });

  it('let nobody appoint themselves', () => {
    expect(
      departmentPolicy.canAppoint(viewers.admin.actor, {
        departmentId: housing,
        subject: 'sys',
        role: 'LEAD',
        startsAt,
        endsAt,
      }),
    ).toBe(false);
  });
});
