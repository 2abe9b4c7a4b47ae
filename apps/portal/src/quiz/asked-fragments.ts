import { graphql } from '../graph/graphql.js';

/** A question as it is asked, and what somebody answered; the same in quizzes and in reviews. */
export const askedFragments: readonly unknown[] = [
  graphql(`
    fragment Asked on AskedQuestion {
      kind
      prompt
      language
      unit
      choices {
        place
        text
      }
    }
  `),
  graphql(`
    fragment Answer on QuizAnswer {
      choices
      number
      text
    }
  `),
  graphql(`
    fragment Came on QuizAnswerOutcome {
      isRight
      feedback
      explanation
      rightAnswer {
        ...Answer
      }
      resource {
        id
        title
      }
    }
  `),
];
