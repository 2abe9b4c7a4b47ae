import { graphql, withFaults } from '../graph/graphql.js';

/** Founds a study group. */
export const foundDocument = withFaults(
  graphql(`
    mutation FoundStudyGroup($input: FoundStudyGroupInput!) {
      foundStudyGroup(input: $input) {
        __typename
        ... on FoundStudyGroupSuccess {
          studyGroup {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Changes one. */
export const editDocument = withFaults(
  graphql(`
    mutation EditStudyGroup($input: EditStudyGroupInput!) {
      editStudyGroup(input: $input) {
        __typename
        ... on EditStudyGroupSuccess {
          studyGroup {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes a seat or a waiting place. */
export const joinDocument = graphql(`
  mutation JoinStudyGroup($input: JoinStudyGroupInput!) {
    joinStudyGroup(input: $input) {
      __typename
      ... on JoinStudyGroupSuccess {
        studyPlace {
          id
          status
        }
      }
    }
  }
`);

/** Gives it up. */
export const leaveDocument = graphql(`
  mutation LeaveStudyGroup($input: LeaveStudyGroupInput!) {
    leaveStudyGroup(input: $input) {
      __typename
      ... on LeaveStudyGroupSuccess {
        studyPlace {
          id
          status
        }
      }
    }
  }
`);

/** Invites a member. */
export const inviteDocument = withFaults(
  graphql(`
    mutation InviteToStudyGroup($input: InviteToStudyGroupInput!) {
      inviteToStudyGroup(input: $input) {
        __typename
        ... on InviteToStudyGroupSuccess {
          studyPlace {
            id
            status
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes somebody's place away. */
export const removeDocument = withFaults(
  graphql(`
    mutation RemoveFromStudyGroup($input: RemoveFromStudyGroupInput!) {
      removeFromStudyGroup(input: $input) {
        __typename
        ... on RemoveFromStudyGroupSuccess {
          studyPlace {
            id
            status
          }
        }
        ...Fault
      }
    }
  `),
);

/** Lets a group rest. */
export const pauseDocument = graphql(`
  mutation PauseStudyGroup($input: PauseStudyGroupInput!) {
    pauseStudyGroup(input: $input) {
      __typename
      ... on PauseStudyGroupSuccess {
        studyGroup {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Lets it go on. */
export const resumeDocument = graphql(`
  mutation ResumeStudyGroup($input: ResumeStudyGroupInput!) {
    resumeStudyGroup(input: $input) {
      __typename
      ... on ResumeStudyGroupSuccess {
        studyGroup {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Ends it. */
export const archiveDocument = graphql(`
  mutation ArchiveStudyGroup($input: ArchiveStudyGroupInput!) {
    archiveStudyGroup(input: $input) {
      __typename
      ... on ArchiveStudyGroupSuccess {
        studyGroup {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Tells the officers of it. */
export const reportDocument = withFaults(
  graphql(`
    mutation ReportStudyGroup($input: ReportStudyGroupInput!) {
      reportStudyGroup(input: $input) {
        __typename
        ... on ReportStudyGroupSuccess {
          studyReport {
            id
            outcome
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Decides a report. */
export const decideDocument = withFaults(
  graphql(`
    mutation DecideStudyReport($input: DecideStudyReportInput!) {
      decideStudyReport(input: $input) {
        __typename
        ... on DecideStudyReportSuccess {
          studyReport {
            id
            outcome
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);
