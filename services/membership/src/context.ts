import type { BaseContext } from '@guildhall/subgraph';
import type { GroupRepository } from './group/group.repository.js';
import type { AppointmentRepository } from './appointment/appointment.repository.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { MemberRepository } from './member/member.repository.js';
import type { Loaders } from './loaders.js';
import type { PostRepository } from './post/post.repository.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. */
export type Context = BaseContext & {
  readonly loaders: Loaders;
  readonly read: {
    readonly members: MemberRepository;
    readonly groups: GroupRepository;
    readonly appointments: AppointmentRepository;
    readonly posts: PostRepository;
    readonly insights: InsightsRepository;
  };
  readonly membership: UseCases;
};
