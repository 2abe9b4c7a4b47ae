import { appointDepartmentStaff } from './use-cases/appoint-department-staff.js';
import { createDepartment } from './use-cases/create-department.js';
import { editDepartment } from './use-cases/edit-department.js';
import { endDepartmentPost } from './use-cases/end-department-post.js';
import { setDepartmentStatus } from './use-cases/set-department-status.js';

/** Every mutation of departments and their posts. */
export const departmentUseCases = {
  appointDepartmentStaff,
  createDepartment,
  editDepartment,
  endDepartmentPost,
  setDepartmentStatus,
};
