import type { Id } from '@guildhall/kernel';
import { namedDepartments } from '../corpus/departments.js';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { personName } from '../corpus/names.js';
import { demoMachineClients, demoPeople } from '../people/demo-people.js';
import { after, dayMs } from '../season.js';

/** A partner department of the university, as the advocacy service stores one. */
export type DemoDepartment = {
  readonly id: Id<'Department'>;
  readonly name: string;
  readonly remit: string;
  readonly contact: string;
};

/** Somebody who works for a department, with dates, as the advocacy service stores them. */
export type DemoDepartmentStaff = {
  readonly subject: string;
  /** How students read who it is. */
  readonly name: string;
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
  return namedDepartments.map(({ slug, name, remit }) => ({
    id: departmentId(slug),
    name,
    remit,
    contact: `${slug}@northbridge.example, weekdays from nine to four`,
  }));
}

/** A lead and two others in each department; Dirk and Dana are those of Student Housing. */
export function demoUnionDepartmentStaff({ anchor, stream }: DemoContext): readonly DemoDepartmentStaff[] {
  const random = stream('department-staff');
  const named = (subject: string): { readonly subject: string; readonly name: string } => {
    const persona = demoPeople.find((person) => person.subject === subject);
    return { subject, name: persona?.displayName ?? personName(random).displayName };
  };
  const term = { from: after(anchor, -730 * dayMs), to: after(anchor, 730 * dayMs) };
  return namedDepartments.flatMap(({ slug }) => {
    const [lead = '', staff = ''] = slug === 'housing' ? ['dirk', 'dana'] : [`${slug}-lead`, `${slug}-staff-1`];
    const work = { departmentId: departmentId(slug), ...term };
    return [
      { ...named(lead), role: 'LEAD', ...work },
      { ...named(staff), role: 'STAFF', ...work },
      { ...named(`${slug}-staff-2`), role: 'STAFF', ...work },
    ];
  });
}

/** The programs that act for departments. */
export function demoUnionDepartmentClients(): readonly DemoDepartmentClient[] {
  return demoMachineClients.flatMap(({ clientId, departmentId: owner }) =>
    owner ? [{ clientId, departmentId: owner }] : [],
  );
}
