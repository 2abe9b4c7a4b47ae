import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Department, DepartmentId, DepartmentStaff } from './department.js';

/** Departments by id. */
export function createDepartmentLoader(
  departments: Repositories['departments'],
): DataLoader<DepartmentId, Department | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await departments.listByIds(ids)).map((department) => [department.id, department]));
    return ids.map((id) => byId.get(id));
  });
}

/** Who works for departments now, as far as the viewer may know. */
export function createStaffLoader(
  actor: Actor,
  departments: Repositories['departments'],
  now: Date,
): DataLoader<DepartmentId, readonly DepartmentStaff[]> {
  return new DataLoader(async (ids) => {
    const posts = Map.groupBy(await departments.listStaff(actor, ids, now), (post) => post.departmentId);
    return ids.map((id) => posts.get(id) ?? []);
  });
}
