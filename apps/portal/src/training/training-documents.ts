import { graphql } from '../graph/graphql.js';

/** The paths that can be asked for. */
export const trainingPathsDocument = graphql(`
  query TrainingPaths {
    paths(first: 100) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

/** What the union asks of each kind of office. */
export const trainingRulesDocument = graphql(`
  query TrainingRules {
    trainingRules {
      kind
      version
      since
      viewerActions
      training {
        path {
          id
          title
        }
      }
    }
  }
`);

/** Decides what the union asks of a kind of office. */
export const decideRuleDocument = graphql(`
  mutation DecideTrainingRule($input: DecideTrainingRuleInput!) {
    decideTrainingRule(input: $input) {
      __typename
    }
  }
`);

/** Says what a position asks for besides. */
export const requireTrainingDocument = graphql(`
  mutation RequirePositionTraining($input: RequirePositionTrainingInput!) {
    requirePositionTraining(input: $input) {
      __typename
    }
  }
`);
