import type { Id } from '@guildhall/kernel';
import { namedDepartments } from '../corpus/departments.js';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMachineClients } from '../people/demo-people.js';
import { after, dayMs } from '../season.js';

/** A partner department of the university, as the advocacy service stores one. */
export type DemoDepartment = { readonly id: Id<'Department'>; readonly name: string; readonly remit: string };

/** Somebody who works for a department, with dates, as the advocacy service stores them. */
export type DemoDepartmentStaff = {
  readonly subject: string;
  readonly departmentId: Id<'Department'>;
  readonly role: 'STAFF' | 'LEAD';
  readonly from: Date;
  readonly to: Date;
};

/** A program that acts for a department. */
export type DemoDepartmentClient = { readonly clientId: string; readonly departmentId: Id<'Department'> };

/** The id of a department by its short name; it does not change with anchor or size. */
export function departmentId(slug: string): Id<'Department'> {
  return fixedId<'Department'>(`department/${slug}`);
}

/** All twelve departments. */
export function demoUnionDepartments(): readonly DemoDepartment[] {
  return namedDepartments.map(({ slug, name, remit }) => ({ id: departmentId(slug), name, remit }));
}

/** A lead and two others in each department; Dirk and Dana are those of Student Housing. */
export function demoUnionDepartmentStaff({ anchor }: DemoContext): readonly DemoDepartmentStaff[] {
  const term = { from: after(anchor, -730 * dayMs), to: after(anchor, 730 * dayMs) };
  return namedDepartments.flatMap(({ slug }) => {
    const [lead, staff] = slug === 'housing' ? ['dirk', 'dana'] : [`${slug}-lead`, `${slug}-staff-1`];
    const work = { departmentId: departmentId(slug), ...term };
    return [
      { subject: lead, role: 'LEAD', ...work },
      { subject: staff, role: 'STAFF', ...work },
      { subject: `${slug}-staff-2`, role: 'STAFF', ...work },
    ];
  });
}

/** The programs that act for departments. */
export function demoUnionDepartmentClients(): readonly DemoDepartmentClient[] {
  return demoMachineClients.flatMap(({ clientId, departmentId: owner }) =>
    owner ? [{ clientId, departmentId: owner }] : [],
  );
}
