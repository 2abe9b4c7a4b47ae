import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { NoteOfSession } from './study-note.js';
import type { StudySession } from './study-session.js';

const ofSession = (studySession: StudySession) => ({ studySession });
const ofNote = (studyNote: NoteOfSession) => ({ studyNote });

/** What is done with sessions and their notes. */
export const studySessionMutations: Resolvers = {
  Mutation: {
    checkInToStudySession: async (_root, { input }, { actor, learning }) =>
      toResult(
        'CheckInToStudySessionSuccess',
        await learning.checkInToStudySession(actor, {
          sessionId: toId(input.sessionId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofSession,
      ),
    recordStudyAttendance: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RecordStudyAttendanceSuccess',
        await learning.recordStudyAttendance(actor, {
          sessionId: toId(input.sessionId),
          presentIds: input.presentIds.map((id) => toId<'Member'>(id)),
          absentIds: (input.absentIds ?? []).map((id) => toId<'Member'>(id)),
        }),
        ofSession,
      ),
    finishStudySession: async (_root, { input }, { actor, learning }) =>
      toResult(
        'FinishStudySessionSuccess',
        await learning.finishStudySession(actor, { sessionId: toId(input.sessionId) }),
        ofSession,
      ),
    skipStudySession: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SkipStudySessionSuccess',
        await learning.skipStudySession(actor, { sessionId: toId(input.sessionId) }),
        ofSession,
      ),
    offerStudyHosting: async (_root, { input }, { actor, learning }) =>
      toResult(
        'OfferStudyHostingSuccess',
        await learning.offerStudyHosting(actor, { sessionId: toId(input.sessionId) }),
        ofSession,
      ),
    keepStudyHosting: async (_root, { input }, { actor, learning }) =>
      toResult(
        'KeepStudyHostingSuccess',
        await learning.keepStudyHosting(actor, { sessionId: toId(input.sessionId) }),
        ofSession,
      ),
    takeStudyHosting: async (_root, { input }, { actor, learning }) =>
      toResult(
        'TakeStudyHostingSuccess',
        await learning.takeStudyHosting(actor, {
          sessionId: toId(input.sessionId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofSession,
      ),
    writeStudyNote: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WriteStudyNoteSuccess',
        await learning.writeStudyNote(actor, { ...input, sessionId: toId(input.sessionId) }),
        ofNote,
      ),
    linkStudyNote: async (_root, { input }, { actor, learning }) =>
      toResult(
        'LinkStudyNoteSuccess',
        await learning.linkStudyNote(actor, { sessionId: toId(input.sessionId), resourceId: toId(input.resourceId) }),
        ofNote,
      ),
    removeStudyNote: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RemoveStudyNoteSuccess',
        await learning.removeStudyNote(actor, { noteId: toId(input.noteId) }),
        ofSession,
      ),
  },
};
