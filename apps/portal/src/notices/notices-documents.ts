import { graphql, withFaults } from '../graph/graphql.js';

/** A page of the viewer's notifications. */
export const noticesDocument = graphql(`
  query MyNotices($topic: NotificationTopic, $onlyUnread: Boolean, $after: String) {
    viewer {
      subject
      unreadNotifications
      notifications(topic: $topic, onlyUnread: $onlyUnread, first: 30, after: $after) {
        edges {
          node {
            id
            reason
            toldAt
            readAt
            subject {
              kind
              id
            }
            from {
              id
              displayName
            }
            group {
              id
              name
            }
            activity {
              id
              title
            }
            proposal {
              id
              text {
                number
                language
                title
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Marks notifications as read. */
export const readNoticesDocument = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      __typename
    }
  }
`);

/** How the viewer wants to be told. */
export const settingsDocument = graphql(`
  query MyNotificationSettings {
    viewer {
      subject
      notificationSettings {
        hasMail
        address
        proposedAddress
        isStopped
        isUnreachable
        quietFrom
        quietUntil
        digest
        language
        preferences {
          topic
          isTold
          canSwitchOff
          mail
        }
      }
    }
  }
`);

/** Changes how the viewer is told. */
export const changeSettingsDocument = withFaults(
  graphql(`
    mutation ChangeNotificationSettings($input: ChangeNotificationSettingsInput!) {
      changeNotificationSettings(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Asks for a code to be mailed, or forgets the address. */
export const changeAddressDocument = withFaults(
  graphql(`
    mutation ChangeMailAddress($input: ChangeMailAddressInput!) {
      changeMailAddress(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Gives the code back. */
export const confirmAddressDocument = withFaults(
  graphql(`
    mutation ConfirmMailAddress($input: ConfirmMailAddressInput!) {
      confirmMailAddress(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Stops mail with the token of a link. */
export const stopMailDocument = graphql(`
  mutation StopNotificationMail($input: StopNotificationMailInput!) {
    stopNotificationMail(input: $input) {
      __typename
    }
  }
`);
