import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeDepartmentStatus, type DepartmentId, type DepartmentStatus } from '../department.js';
import { departmentPolicy } from '../department.policy.js';

/** Which department is to be closed, or open again. */
export type SetDepartmentStatus = { readonly departmentId: DepartmentId; readonly status: DepartmentStatus };

/** Closes a department to new referrals, or opens it again; what it has already, it still answers. */
export function setDepartmentStatus(
  { transaction, clock }: Deps,
  actor: Actor,
  { departmentId, status }: SetDepartmentStatus,
) {
  return transaction(async ({ departments }) => {
    const [department] = await departments.listByIds([departmentId]);
    if (department === undefined) return err(notFound('Department'));
    if (!departmentPolicy.canAdminister(actor)) return err(notAllowed('SET_STATUS', 'Department'));
    const changed = changeDepartmentStatus(department, status, clock.now());
    return changed.ok ? ok(await departments.saveDepartment(changed.value)) : changed;
  });
}
