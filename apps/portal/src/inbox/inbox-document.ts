import { graphql, withFaults } from '../graph/graphql.js';

/** The viewer's own inbox for case matters; their inboxes as staff stand in the desk. */
export const inboxDocument = graphql(`
  query CaseInboxes {
    viewer {
      subject
      caseInboxes {
        id
        role
        unreadCount
        viewerActions
        settings {
          address
          mailKinds
          quietFrom
          quietUntil
          language
          isStopped
        }
        notices(first: 50) {
          edges {
            node {
              id
              reason
              case {
                id
              }
              toldAt
              readAt
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`);

/** Marks notices as read. */
export const readDocument = withFaults(
  graphql(`
    mutation ReadCaseNotices($input: ReadCaseNoticesInput!) {
      readCaseNotices(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes where and when mail is sent. */
export const settingsDocument = withFaults(
  graphql(`
    mutation ChangeCaseInboxSettings($input: ChangeCaseInboxSettingsInput!) {
      changeCaseInboxSettings(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
