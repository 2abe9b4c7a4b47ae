import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { studyNotePolicy } from './study-note.policy.js';
import { studySessionLifecycle, type SessionFacts, type StudySession } from './study-session.js';
import { studySessionPolicy } from './study-session.policy.js';

async function factsOf(
  session: StudySession,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<SessionFacts | undefined> {
  const group = await loaders.studyGroups.load(session.groupId);
  if (group === null) return undefined;
  const { isViewer } = await loaders.studyPresence.load(session.id);
  return { group, place: await loaders.ownStudyPlaces.load(group.id), session, isPresent: isViewer };
}

const hasBegun = ({ status }: StudySession): boolean => status === 'RUNNING' || status === 'DONE';

/** What is read of sessions, who was at them, and their notes. */
export const studySessionResolvers: Resolvers = {
  Query: {
    studySession: (_root, { id }, { loaders }) => loaders.studySessions.load(toId(id)),
  },
  Viewer: {
    studySessions: (_viewer, args, { actor, read }) =>
      read.studySessions.pageOwn(actor, readPageRequest(args, ['instant', 'id'])),
  },
  StudySession: {
    __resolveReference: ({ id }, { loaders }) => loaders.studySessions.load(toId(id)),
    group: ({ groupId }, _args, { loaders }) => loaders.studyGroups.load(groupId),
    host: ({ hostId }) => (hostId === undefined ? null : { id: hostId }),
    isHostedByViewer: ({ hostId }, _args, { actor }) => hostId !== undefined && isMember(actor, hostId),
    presentCount: async (session, _args, { loaders }) =>
      hasBegun(session) ? (await loaders.studyPresence.load(session.id)).count : null,
    isViewerPresent: async ({ id }, _args, { loaders }) => (await loaders.studyPresence.load(id)).isViewer,
    attendance: async (session, _args, context) => {
      const facts = await factsOf(session, context);
      const mayRead = facts !== undefined && hasBegun(session) && studySessionPolicy.hosts(context.actor, facts);
      return mayRead ? context.loaders.studyAttendance.load(session.id) : null;
    },
    notes: async (session, _args, context) => {
      const facts = await factsOf(session, context);
      const notes = await context.loaders.studyNotes.load(session.id);
      return facts === undefined ? null : notes.map((note) => ({ note, facts }));
    },
    viewerActions: async (session, _args, context) => {
      const { actor, now } = context;
      const facts = await factsOf(session, context);
      if (facts === undefined) return [];
      return viewerActions(studySessionLifecycle, facts, now, (action) =>
        studySessionPolicy.can(actor, action, facts),
      ).flatMap((action) => (action === 'BEGIN' ? [] : [action]));
    },
  },
  StudyAttendance: {
    member: ({ memberId }) => ({ id: memberId }),
  },
  StudyNote: {
    id: ({ note }) => note.id,
    title: ({ note }) => note.title,
    body: ({ note }) => note.body,
    language: ({ note }) => note.language,
    licence: ({ note }) => note.licence,
    addedAt: ({ note }) => note.addedAt,
    author: ({ note }) => ({ id: note.authorId }),
    resource: async ({ note }, _args, { loaders }) => (await loaders.resources.load(note.resourceId)) ?? null,
    viewerActions: (note, _args, { actor }) => (studyNotePolicy.canRemove(actor, note) ? ['REMOVE'] : []),
  },
};
