import { departmentsOf, toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { endOf, statusOf } from './department.js';
import { departmentPolicy } from './department.policy.js';

/** Resolvers of the noun Department, with its staff. */
export const departmentResolvers: Resolvers = {
  Query: {
    departments: (_root, _args, { read }) => read.departments.listAll(),
  },
  Mutation: {
    createDepartment: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'CreateDepartmentSuccess',
        await advocacy.createDepartment(actor, { ...input, contact: input.contact ?? '' }),
        (department) => ({ department }),
      ),
    editDepartment: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EditDepartmentSuccess',
        await advocacy.editDepartment(actor, {
          departmentId: toId(input.departmentId),
          name: input.name ?? undefined,
          remit: input.remit ?? undefined,
          contact: input.contact ?? undefined,
        }),
        (department) => ({ department }),
      ),
    setDepartmentStatus: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SetDepartmentStatusSuccess',
        await advocacy.setDepartmentStatus(actor, { ...input, departmentId: toId(input.departmentId) }),
        (department) => ({ department }),
      ),
    appointDepartmentStaff: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AppointDepartmentStaffSuccess',
        await advocacy.appointDepartmentStaff(actor, {
          ...input,
          name: input.name ?? undefined,
          departmentId: toId(input.departmentId),
        }),
        (post) => ({ post }),
      ),
    endDepartmentPost: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EndDepartmentPostSuccess',
        await advocacy.endDepartmentPost(actor, { postId: toId(input.postId) }),
        (post) => ({ post }),
      ),
  },
  Department: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.departments.load(toId(id))) ?? null,
    staff: ({ id }, _args, { loaders }) => loaders.staffOf.load(id),
    status: statusOf,
    viewerActions: (department, _args, { actor }) => departmentPolicy.actionsAt(actor, department),
  },
  DepartmentStaff: {
    name: ({ name }) => name ?? null,
    endsAt: endOf,
    viewerActions: (post, _args, { actor, now }) =>
      now < endOf(post) && departmentPolicy.canEnd(actor, post) ? ['END'] : [],
  },
  Viewer: {
    department: async (_viewer, _args, { actor, loaders }) => {
      const [id] = departmentsOf(actor);
      return id === undefined ? null : ((await loaders.departments.load(id)) ?? null);
    },
    departmentsActions: (_viewer, _args, { actor }) => (departmentPolicy.canAdminister(actor) ? ['CREATE'] : []),
    departmentRole: (_viewer, _args, { actor }) =>
      actor.kind === 'person' ? (actor.departmentPosts[0]?.role ?? null) : null,
  },
};
