import type { ConversationQuery, MyConversationsQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** A page of the viewer's conversations. */
export const conversationsDocument = graphql(`
  query MyConversations($first: Int!) {
    viewer {
      subject
      conversations(first: $first) {
        edges {
          node {
            id
            kind
            status
            lastAt
            unreadCount
            isMuted
            participants {
              name
              isViewer
              hasLeft
            }
            lastMessage {
              id
              body
              status
              isOwn
              authorName
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** One conversation with its newest messages. */
export const conversationDocument = graphql(`
  query Conversation($id: ID!, $first: Int!) {
    conversation(id: $id) {
      id
      kind
      status
      readUpTo
      isMuted
      showsReading
      viewerActions
      participants {
        name
        isViewer
        hasLeft
        readUpTo
        member {
          id
        }
      }
      messages(first: $first) {
        edges {
          node {
            id
            number
            authorName
            isOwn
            body
            writtenAt
            status
            removalReason
            viewerActions
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** The conversation with a connected member. */
export const openConversationDocument = graphql(`
  mutation OpenConversation($input: OpenConversationInput!) {
    openConversation(input: $input) {
      __typename
      ... on OpenConversationSuccess {
        conversation {
          id
        }
      }
    }
  }
`);

/** Says something. */
export const sendMessageDocument = withFaults(
  graphql(`
    mutation SendMessage($input: SendMessageInput!) {
      sendMessage(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a message back. */
export const deleteMessageDocument = graphql(`
  mutation DeleteMessage($input: DeleteMessageInput!) {
    deleteMessage(input: $input) {
      __typename
      ... on DeleteMessageSuccess {
        deleted {
          id
          body
          status
          viewerActions
        }
      }
    }
  }
`);

/** Notes how far the viewer has read. */
export const readConversationDocument = graphql(`
  mutation ReadConversation($input: ReadConversationInput!) {
    readConversation(input: $input) {
      __typename
      ... on ReadConversationSuccess {
        conversation {
          id
          readUpTo
          unreadCount
        }
      }
    }
  }
`);

/** Mutes, or shows how far the viewer has read. */
export const conversationSettingsDocument = graphql(`
  mutation ChangeConversationSettings($input: ChangeConversationSettingsInput!) {
    changeConversationSettings(input: $input) {
      __typename
      ... on ChangeConversationSettingsSuccess {
        conversation {
          id
          isMuted
          showsReading
        }
      }
    }
  }
`);

/** Hides what was said. */
export const hideConversationDocument = graphql(`
  mutation HideConversation($input: HideConversationInput!) {
    hideConversation(input: $input) {
      __typename
    }
  }
`);

/** Reports a message to the moderators. */
export const reportMessageDocument = withFaults(
  graphql(`
    mutation ReportMessage($input: ReportContentInput!) {
      reportContent(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** A conversation of the list. */
export type ListedConversation = MyConversationsQuery['viewer']['conversations']['edges'][number]['node'];

/** A conversation that is open before the viewer. */
export type ShownConversation = NonNullable<ConversationQuery['conversation']>;

/** One of its messages. */
export type ShownMessage = ShownConversation['messages']['edges'][number]['node'];
