import type { QuizQuestionsQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** The versions of a quiz with their questions, for those who write and review them. */
export const questionsDocument = graphql(`
  query QuizQuestions($id: ID!) {
    quiz(id: $id) {
      id
      title
      viewerActions
      path {
        id
        title
        versions {
          id
          status
          steps {
            id
            kind
            quiz {
              id
            }
          }
        }
      }
      versions {
        id
        version
        status
        language
        drawCount
        passPercent
        timeLimitMinutes
        attemptsMax
        viewerActions
        questions {
          id
          key
          kind
          prompt
          number
          tolerance
          unit
          accepted
          explanation
          resource {
            id
            title
          }
          choices {
            text
            isRight
            feedback
          }
          figures {
            answered {
              value
              suppressed
            }
            right {
              value
              suppressed
            }
          }
        }
      }
    }
  }
`);

/** Writes the first or next version of a quiz. */
export const draftDocument = withFaults(
  graphql(`
    mutation DraftQuizVersion($input: DraftQuizVersionInput!) {
      draftQuizVersion(input: $input) {
        __typename
        ... on DraftQuizVersionSuccess {
          quizVersion {
            id
            quiz {
              id
            }
          }
        }
        ...Fault
      }
    }
  `),
);

/** Replaces what a draft asks. */
export const editDocument = withFaults(
  graphql(`
    mutation EditQuizVersion($input: EditQuizVersionInput!) {
      editQuizVersion(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Gives a draft to the reviewers. */
export const submitDocument = graphql(`
  mutation SubmitQuizVersion($input: SubmitQuizVersionInput!) {
    submitQuizVersion(input: $input) {
      __typename
    }
  }
`);

/** Gives a version back to its author. */
export const sendBackDocument = graphql(`
  mutation SendBackQuizVersion($input: SendBackQuizVersionInput!) {
    sendBackQuizVersion(input: $input) {
      __typename
    }
  }
`);

/** Publishes a version. */
export const publishDocument = graphql(`
  mutation PublishQuizVersion($input: PublishQuizVersionInput!) {
    publishQuizVersion(input: $input) {
      __typename
    }
  }
`);

/** Closes a version to new attempts. */
export const retireDocument = graphql(`
  mutation RetireQuizVersion($input: RetireQuizVersionInput!) {
    retireQuizVersion(input: $input) {
      __typename
    }
  }
`);

/** A quiz with its questions. */
export type QuizWithQuestions = NonNullable<QuizQuestionsQuery['quiz']>;
/** One version of it. */
export type ShownVersion = QuizWithQuestions['versions'][number];
/** One question with its right answer. */
export type WrittenQuestion = NonNullable<ShownVersion['questions']>[number];
