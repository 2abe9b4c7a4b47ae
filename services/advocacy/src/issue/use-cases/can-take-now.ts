import type { Id } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import { checkTarget } from './check-target.js';

/** Whether the department named by an issue still takes new matters. Should it have closed, the representative names another. */
export async function canTakeNow(
  { departments }: Pick<Repositories, 'departments'>,
  departmentId: Id<'Department'>,
): Promise<boolean> {
  return (await checkTarget(departments, departmentId)).ok;
}
