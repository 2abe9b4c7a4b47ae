import { actorKey, conflict, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { appointStaff, type StaffGrant } from '../department.js';
import { departmentPolicy } from '../department.policy.js';

/** Gives somebody a post at a department with dates: leads appoint their staff, the admin appoints leads. */
export function appointDepartmentStaff({ transaction, clock, ids }: Deps, actor: Actor, grant: StaffGrant) {
  return transaction(async ({ departments }) => {
    const [department] = await departments.listByIds([grant.departmentId]);
    if (department === undefined) return err(notFound('Department'));
    if (!departmentPolicy.canAppoint(actor, grant)) return err(notAllowed('APPOINT', 'Department'));
    const appointed = appointStaff(grant, { id: ids.ordered(), grantedBy: actorKey(actor), now: clock.now() });
    if (!appointed.ok) return appointed;
    if (await departments.isTaken(appointed.value))
      return err(conflict('This person has a post at the department in that time already.'));
    return ok(await departments.add(appointed.value));
  });
}
