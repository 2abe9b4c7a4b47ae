import type { QuizAttemptQuery, QuizQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { askedFragments } from './asked-fragments.js';

const attemptFragment = graphql(`
  fragment Attempt on QuizAttempt {
    id
    number
    status
    startedAt
    endsAt
    endedAt
    passPercent
    rightCount
    percent
    reveals
    viewerActions
    questions {
      position
      answeredAt
      question {
        ...Asked
      }
      answer {
        ...Answer
      }
      outcome {
        ...Came
      }
    }
  }
`);

/** A quiz, how the viewer stands with it, and the attempt they are in the middle of. */
export const quizDocument = withFragments(
  graphql(`
    query Quiz($id: ID!) {
      quiz(id: $id) {
        id
        title
        viewerStanding
        viewerBestPercent
        viewerAttemptsLeft
        viewerNextAttemptAt
        viewerActions
        path {
          id
          title
        }
        published {
          id
          drawCount
          passPercent
          timeLimitMinutes
        }
        versions {
          id
          status
          viewerActions
        }
        viewerOpenAttempt {
          ...Attempt
        }
      }
    }
  `),
  attemptFragment,
  ...askedFragments,
);

/** The viewer's attempts at a quiz, a page at a time. */
export const attemptsDocument = graphql(`
  query QuizAttempts($id: ID!, $after: String) {
    quiz(id: $id) {
      id
      viewerAttempts(first: 10, after: $after) {
        edges {
          node {
            id
            number
            status
            startedAt
            rightCount
            percent
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

/** One attempt with what came of it. */
export const attemptDocument = withFragments(
  graphql(`
    query QuizAttempt($id: ID!) {
      quizAttempt(id: $id) {
        ...Attempt
        quiz {
          id
          title
          viewerStanding
          viewerNextAttemptAt
          viewerActions
          path {
            id
            title
          }
        }
      }
    }
  `),
  attemptFragment,
  ...askedFragments,
);

/** Begins an attempt. */
export const startDocument = graphql(`
  mutation StartQuizAttempt($input: StartQuizAttemptInput!) {
    startQuizAttempt(input: $input) {
      __typename
      ... on StartQuizAttemptSuccess {
        attempt {
          id
        }
      }
    }
  }
`);

/** Saves one answer. */
export const answerDocument = withFaults(
  graphql(`
    mutation AnswerQuizQuestion($input: AnswerQuizQuestionInput!) {
      answerQuizQuestion(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Ends an attempt. */
export const finishDocument = graphql(`
  mutation FinishQuizAttempt($input: FinishQuizAttemptInput!) {
    finishQuizAttempt(input: $input) {
      __typename
      ... on FinishQuizAttemptSuccess {
        attempt {
          id
          status
        }
      }
    }
  }
`);

/** A quiz that the viewer may see. */
export type ShownQuiz = NonNullable<QuizQuery['quiz']>;
/** An attempt of the viewer. */
export type ShownAttempt = NonNullable<QuizAttemptQuery['quizAttempt']>;
/** An attempt that is being answered. */
export type OpenAttempt = NonNullable<ShownQuiz['viewerOpenAttempt']>;
/** One question of an attempt. */
export type ShownQuestion = OpenAttempt['questions'][number];
