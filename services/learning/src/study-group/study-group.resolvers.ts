import { memberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers, StudyGroupFilterInput } from '../generated/graphql.js';
import { studyGroupLifecycle, type StudyFacts, type StudyGroup, type StudyGroupFilter } from './study-group.js';
import { studyGroupPolicy } from './study-group.policy.js';
import { isLivePlace } from './study-place.js';
import { mayDecide, studyReportLifecycle } from './study-report.js';

/** A study group with the viewer's place in it. */
export async function factsOf(group: StudyGroup, { loaders }: Pick<Context, 'loaders'>): Promise<StudyFacts> {
  return { group, place: await loaders.ownStudyPlaces.load(group.id) };
}

const page = ['instant', 'id'] as const;

/** What is read of study groups, places and reports. */
export const studyGroupResolvers: Resolvers = {
  Query: {
    studyGroup: (_root, { id }, { loaders }) => loaders.studyGroups.load(toId(id)),
    studyGroups: (_root, { filter, ...rest }, { actor, read }) =>
      read.studyGroups.page(actor, readPageRequest(rest, ['text', 'id']), toFilter(filter ?? {})),
    studyReports: (_root, args, { actor, read }) => read.studyReports.pageWaiting(actor, readPageRequest(args, page)),
  },
  Viewer: {
    studyPlaces: (_viewer, args, { actor, read }) => read.studyPlaces.pageOwn(actor, readPageRequest(args, page)),
  },
  StudyGroup: {
    __resolveReference: ({ id }, { loaders }) => loaders.studyGroups.load(toId(id)),
    constituency: ({ constituencyId }) => (constituencyId === undefined ? null : { id: constituencyId }),
    whereabouts: async (group, _args, context) =>
      studyGroupPolicy.canSeeInside(context.actor, await factsOf(group, context)) ? group.whereabouts : null,
    seatsTaken: async (group, _args, context) => (await seatsOf(group, context)).taken,
    isFull: async (group, _args, context) => (await seatsOf(group, context)).isFull,
    organiser: async (group, _args, context) => {
      const facts = await factsOf(group, context);
      const mayKnow = studyGroupPolicy.canSeeInside(context.actor, facts) || facts.place?.status === 'INVITED';
      return mayKnow && group.organiserId !== undefined ? { id: group.organiserId } : null;
    },
    viewerPlace: async (group, _args, { loaders }) => (await loaders.ownStudyPlaces.load(group.id)) ?? null,
    seats: async (group, args, context) => {
      const request = readPageRequest(args, page);
      if (!studyGroupPolicy.canSeeInside(context.actor, await factsOf(group, context))) return null;
      return context.read.studyPlaces.pageOfGroup(context.actor, { groupId: group.id, statuses: ['SEATED'] }, request);
    },
    waiting: async (group, args, context) => {
      const request = readPageRequest(args, page);
      if (!studyGroupPolicy.organises(context.actor, await factsOf(group, context))) return null;
      const statuses = ['WAITING', 'INVITED'] as const;
      return context.read.studyPlaces.pageOfGroup(context.actor, { groupId: group.id, statuses }, request);
    },
    nextSession: (group, _args, { loaders }) => loaders.nextStudySessions.load(group.id),
    sessions: async (group, args, context) => {
      const request = readPageRequest(args, page);
      if (!studyGroupPolicy.canSeeInside(context.actor, await factsOf(group, context))) return null;
      return context.read.studySessions.pageOfGroup(context.actor, group.id, request);
    },
    viewerActions: async (group, _args, context) => {
      const { actor, now } = context;
      const facts = await factsOf(group, context);
      return viewerActions(studyGroupLifecycle, facts, now, (action) => studyGroupPolicy.can(actor, action, facts));
    },
  },
  StudyPlace: {
    group: ({ groupId }, _args, { loaders }) => loaders.studyGroups.load(groupId),
    member: ({ memberId }) => ({ id: memberId }),
    waitingPlace: async ({ id, memberId, status }, _args, { actor, loaders }) =>
      status === 'WAITING' && memberOf(actor) === memberId ? loaders.studyWaitingPlaces.load(id) : null,
    reason: ({ memberId, reason }, _args, { actor }) => (memberOf(actor) === memberId ? (reason ?? null) : null),
  },
  StudyReport: {
    group: ({ groupId }, _args, { loaders }) => loaders.studyGroups.load(groupId),
    viewerActions: async (report, _args, { actor, now, loaders }) => {
      const isInGroup = isLivePlace(await loaders.ownStudyPlaces.load(report.groupId));
      return viewerActions(studyReportLifecycle, report, now, () => mayDecide(actor, report, { isInGroup }));
    },
  },
};

/** To whoever waits a group is full, also while a free seat is not for them: why it is not would tell of a block. */
async function seatsOf(
  group: StudyGroup,
  context: Pick<Context, 'loaders'>,
): Promise<{ readonly taken: number; readonly isFull: boolean }> {
  const taken = await context.loaders.seatCounts.load(group.id);
  const { place } = await factsOf(group, context);
  if (place?.status === 'WAITING') return { taken: Math.max(taken, group.capacity), isFull: true };
  return { taken, isFull: taken >= group.capacity };
}

function toFilter(filter: StudyGroupFilterInput): StudyGroupFilter {
  return {
    search: filter.search ?? undefined,
    constituencyId: filter.constituencyId == null ? undefined : toId(filter.constituencyId),
    style: filter.style ?? undefined,
    setting: filter.setting ?? undefined,
    language: filter.language ?? undefined,
    weekday: filter.weekday ?? undefined,
    hasFreeSeat: filter.hasFreeSeat ?? false,
  };
}
