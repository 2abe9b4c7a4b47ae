import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkDepartment, nameTaken, withChange, type DepartmentFacts, type DepartmentId } from '../department.js';
import { departmentPolicy } from '../department.policy.js';

/** What changes of which department; what is left out stays. */
export type EditDepartment = Partial<DepartmentFacts> & { readonly departmentId: DepartmentId };

/** Changes what is told of a department: its lead what it is there for and how to reach it, the admin its name too. */
export function editDepartment({ transaction }: Deps, actor: Actor, { departmentId, ...change }: EditDepartment) {
  return transaction(async ({ departments }) => {
    const [department] = await departments.listByIds([departmentId]);
    if (department === undefined) return err(notFound('Department'));
    const isRenamed = change.name !== undefined && change.name.trim() !== department.name;
    const isAllowed = isRenamed ? departmentPolicy.canAdminister(actor) : departmentPolicy.canEdit(actor, department);
    if (!isAllowed) return err(notAllowed('EDIT', 'Department'));
    const checked = checkDepartment(withChange(department, change));
    if (!checked.ok) return checked;
    const edited = { ...department, ...checked.value };
    if (isRenamed && (await departments.isNameTaken(edited))) return err(nameTaken());
    return ok(await departments.saveDepartment(edited));
  });
}
