import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkDepartment, nameTaken, type DepartmentFacts } from '../department.js';
import { departmentPolicy } from '../department.policy.js';

/** Makes a department that students can be referred to from now on. */
export function createDepartment({ transaction, ids }: Deps, actor: Actor, facts: DepartmentFacts) {
  return transaction(async ({ departments }) => {
    if (!departmentPolicy.canAdminister(actor)) return err(notAllowed('CREATE', 'Department'));
    const checked = checkDepartment(facts);
    if (!checked.ok) return checked;
    const department = { ...checked.value, id: ids.ordered<'Department'>(), closedAt: undefined, version: 1 };
    if (await departments.isNameTaken(department)) return err(nameTaken());
    return ok(await departments.addDepartment(department));
  });
}
