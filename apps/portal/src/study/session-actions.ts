import { graphql, withFaults } from '../graph/graphql.js';

/** Says that one is there. */
export const checkInDocument = graphql(`
  mutation CheckInToStudySession($input: CheckInToStudySessionInput!) {
    checkInToStudySession(input: $input) {
      __typename
      ... on CheckInToStudySessionSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Says who was there. */
export const recordDocument = graphql(`
  mutation RecordStudyAttendance($input: RecordStudyAttendanceInput!) {
    recordStudyAttendance(input: $input) {
      __typename
      ... on RecordStudyAttendanceSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Ends a session. */
export const finishDocument = graphql(`
  mutation FinishStudySession($input: FinishStudySessionInput!) {
    finishStudySession(input: $input) {
      __typename
      ... on FinishStudySessionSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Calls one off. */
export const skipDocument = graphql(`
  mutation SkipStudySession($input: SkipStudySessionInput!) {
    skipStudySession(input: $input) {
      __typename
      ... on SkipStudySessionSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Asks who else would host. */
export const offerHostingDocument = graphql(`
  mutation OfferStudyHosting($input: OfferStudyHostingInput!) {
    offerStudyHosting(input: $input) {
      __typename
      ... on OfferStudyHostingSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Hosts after all. */
export const keepHostingDocument = graphql(`
  mutation KeepStudyHosting($input: KeepStudyHostingInput!) {
    keepStudyHosting(input: $input) {
      __typename
      ... on KeepStudyHostingSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Hosts for somebody. */
export const takeHostingDocument = graphql(`
  mutation TakeStudyHosting($input: TakeStudyHostingInput!) {
    takeStudyHosting(input: $input) {
      __typename
      ... on TakeStudyHostingSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);

/** Writes a note. */
export const writeNoteDocument = withFaults(
  graphql(`
    mutation WriteStudyNote($input: WriteStudyNoteInput!) {
      writeStudyNote(input: $input) {
        __typename
        ... on WriteStudyNoteSuccess {
          studyNote {
            id
            title
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes a note out. */
export const removeNoteDocument = graphql(`
  mutation RemoveStudyNote($input: RemoveStudyNoteInput!) {
    removeStudyNote(input: $input) {
      __typename
      ... on RemoveStudyNoteSuccess {
        studySession {
          id
          status
          isViewerPresent
          viewerActions
        }
      }
    }
  }
`);
