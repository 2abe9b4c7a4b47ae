import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import { statusOf } from '../../department/department.js';
import type { Repositories } from '../../deps.js';

/** The department an issue can go to: one that exists and takes new matters. */
export async function checkTarget(
  departments: Pick<Repositories['departments'], 'listByIds'>,
  id: Id<'Department'>,
): Promise<Result<Id<'Department'>, ValidationError>> {
  const [department] = await departments.listByIds([id]);
  return new FieldChecks()
    .that(
      department !== undefined && statusOf(department) === 'ACTIVE',
      'departmentId',
      'UNKNOWN',
      'There is no such department, or it takes nothing new.',
    )
    .finish(id);
}
