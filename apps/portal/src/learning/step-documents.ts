import { graphql, withFaults } from '../graph/graphql.js';

/** Begins a step. */
export const startDocument = graphql(`
  mutation StartStep($input: StartStepInput!) {
    startStep(input: $input) {
      __typename
    }
  }
`);

/** Passes a step by one's word or reflection. */
export const completeDocument = withFaults(
  graphql(`
    mutation CompleteStep($input: CompleteStepInput!) {
      completeStep(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Hands in work for others to review. */
export const handInDocument = withFaults(
  graphql(`
    mutation HandInStep($input: HandInStepInput!) {
      handInStep(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Leaves a path. */
export const dropDocument = graphql(`
  mutation DropEnrolment($input: DropEnrolmentInput!) {
    dropEnrolment(input: $input) {
      __typename
    }
  }
`);

/** Moves to the published version. */
export const upgradeDocument = graphql(`
  mutation UpgradeEnrolment($input: UpgradeEnrolmentInput!) {
    upgradeEnrolment(input: $input) {
      __typename
    }
  }
`);
