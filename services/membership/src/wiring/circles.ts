import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  createCircleLoader,
  createCircleMeetingLoader,
  createCircleMemberLoader,
  createConversationIdLoader,
} from '../circle/circle.loaders.js';
import { createCircleRepository, type CircleRepository } from '../circle/circle.repository.js';
import { circleResolvers } from '../circle/circle.resolvers.js';
import { acceptCircle } from '../circle/use-cases/accept-circle.js';
import { agreeToCircleGroup } from '../circle/use-cases/agree-to-circle-group.js';
import { cancelCircleMeeting } from '../circle/use-cases/cancel-circle-meeting.js';
import { declineCircle } from '../circle/use-cases/decline-circle.js';
import { expireCircle } from '../circle/use-cases/expire-circle.js';
import { leaveCircle } from '../circle/use-cases/leave-circle.js';
import { planCircleMeeting } from '../circle/use-cases/plan-circle-meeting.js';
import { proposeCircleGroup } from '../circle/use-cases/propose-circle-group.js';
import { createCircleWishRepository, type CircleWishRepository } from '../circle-wish/circle-wish.repository.js';
import { circleWishResolvers } from '../circle-wish/circle-wish.resolvers.js';
import { expireTask, proposeCircles, roundTask } from '../circle-wish/use-cases/propose-circles.js';
import { wishForCircle } from '../circle-wish/use-cases/wish-for-circle.js';
import { withdrawCircleWish } from '../circle-wish/use-cases/withdraw-circle-wish.js';
import { createCompanyRepository, forgetCompanyTask, type CompanyRepository } from '../company/company.repository.js';
import { companyResolvers } from '../company/company.resolvers.js';
import { askForCompany } from '../company/use-cases/ask-for-company.js';
import { forgetCompany } from '../company/use-cases/forget-company.js';
import { withdrawCompanyAsk } from '../company/use-cases/withdraw-company-ask.js';
import type { Deps, Repositories } from '../deps.js';

/** The repositories of circles and of company to activities. */
export type CircleRepositories = {
  readonly circles: CircleRepository;
  readonly circleWishes: CircleWishRepository;
  readonly companies: CompanyRepository;
};

/** These repositories over one connection or transaction. */
export function createCircleRepositories(manager: EntityManager): CircleRepositories {
  return {
    circles: createCircleRepository(manager),
    circleWishes: createCircleWishRepository(manager),
    companies: createCompanyRepository(manager),
  };
}

/** The loaders of circles and companies. */
export function createCircleLoaders(
  actor: Actor,
  { circles, conversations }: Pick<Repositories, 'circles' | 'conversations'>,
) {
  return {
    circles: createCircleLoader(actor, circles),
    circleMembersOf: createCircleMemberLoader(actor, circles),
    circleMeetingsOf: createCircleMeetingLoader(actor, circles),
    circleConversationOf: createConversationIdLoader(conversations, 'CIRCLE'),
    companyConversationOf: createConversationIdLoader(conversations, 'COMPANY'),
  };
}

/** The resolvers of circles and companies. */
export const smallCircleResolvers = mergeResolvers([circleResolvers, circleWishResolvers, companyResolvers]);

/** The mutations of circles and companies. */
export const circleUseCases = {
  acceptCircle,
  agreeToCircleGroup,
  askForCompany,
  cancelCircleMeeting,
  declineCircle,
  leaveCircle,
  planCircleMeeting,
  proposeCircleGroup,
  wishForCircle,
  withdrawCircleWish,
  withdrawCompanyAsk,
};

/** Every night circles are proposed to whoever wishes for one. */
export const circleCron = [`7 3 * * * ${roundTask}`] as const;

const circlePayload = z.object({ circleId: z.string() });
const activityPayload = z.object({ activityId: z.string() });

/** The timed decisions about circles and companies. The seed of a round is the instant it was due. */
export function createCircleTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [roundTask]: async (_payload, due) => {
      requireDone(await proposeCircles(deps, { seed: due.toISOString() }));
    },
    [expireTask]: async (payload) => {
      requireDone(await expireCircle(deps, { circleId: toId(circlePayload.parse(payload).circleId) }));
    },
    [forgetCompanyTask]: async (payload) => {
      requireDone(await forgetCompany(deps, { activityId: toId(activityPayload.parse(payload).activityId) }));
    },
  };
}
