import { graphql, withFaults } from '../graph/graphql.js';
import type { ActivityAskingQuery, ActivityQuestionsQuery } from '../generated/graphql.js';

/** What is asked of people at an activity: questions with the viewer's answers, and needs. */
export const askingDocument = graphql(`
  query ActivityAsking($id: ID!) {
    activity(id: $id) {
      id
      questionActions
      questions {
        id
        kind
        wording
        isRequired
        options
      }
      viewerRegistration {
        id
        status
        canChangeAnswers
        answers {
          question {
            id
          }
          value
        }
      }
      needsActions
      viewerNeedsConsent {
        id
        until
        fields
        viewerActions
      }
      needs {
        people
        counts {
          need
          people
          isUnmet
        }
        isVenueKnown
        unmetPeople
      }
    }
  }
`);

/** What organisers ask, with who answered what. */
export const questionsDocument = graphql(`
  query ActivityQuestions($id: ID!, $after: String) {
    activity(id: $id) {
      id
      title
      questionActions
      questions {
        id
        kind
        wording
        isRequired
        options
        tally {
          value
          count
        }
      }
      registrations(first: 50, after: $after) {
        edges {
          node {
            id
            status
            member {
              id
              displayName
            }
            answers {
              question {
                id
              }
              value
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

/** Asks questions in place of those asked before. */
export const askQuestionsDocument = withFaults(
  graphql(`
    mutation AskQuestions($input: AskQuestionsInput!) {
      askQuestions(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Answers anew. */
export const answerDocument = withFaults(
  graphql(`
    mutation AnswerQuestions($input: AnswerQuestionsInput!) {
      answerQuestions(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Shares needs for one activity. */
export const shareNeedsDocument = withFaults(
  graphql(`
    mutation ShareNeeds($input: ShareNeedsInput!) {
      shareNeeds(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes what was shared back. */
export const unshareNeedsDocument = graphql(`
  mutation UnshareNeeds($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      __typename
    }
  }
`);

/** Shows who needs what, and writes the reading down. */
export const readActivityNeedsDocument = graphql(`
  mutation ReadActivityNeeds($input: ReadActivityNeedsInput!) {
    readActivityNeeds(input: $input) {
      __typename
      ... on ReadActivityNeedsSuccess {
        shared {
          fields
          needs
          dietNote
          accessNote
          languageNote
          member {
            id
            displayName
          }
        }
      }
    }
  }
`);

/** What is asked of people at an activity. */
export type ShownAsking = NonNullable<ActivityAskingQuery['activity']>;

/** An activity with its questions, as who organises it sees them. */
export type ShownQuestions = NonNullable<ActivityQuestionsQuery['activity']>;
