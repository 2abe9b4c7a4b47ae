import { graphql, withFaults } from '../graph/graphql.js';

/** Says that everything is written down. */
export const handOverDocument = graphql(`
  mutation HandOver($input: HandOverInput!) {
    handOver(input: $input) {
      __typename
      ... on HandOverSuccess {
        capsule {
          id
          status
        }
      }
    }
  }
`);

/** Begins to read along. */
export const startShadowingDocument = graphql(`
  mutation StartHandoverShadowing($input: StartHandoverShadowingInput!) {
    startHandoverShadowing(input: $input) {
      __typename
      ... on StartHandoverShadowingSuccess {
        capsule {
          id
          status
        }
      }
    }
  }
`);

/** Takes the office over. */
export const acceptHandoverDocument = graphql(`
  mutation AcceptHandover($input: AcceptHandoverInput!) {
    acceptHandover(input: $input) {
      __typename
      ... on AcceptHandoverSuccess {
        capsule {
          id
          status
        }
      }
    }
  }
`);

/** Writes something down. */
export const addItemDocument = withFaults(
  graphql(`
    mutation AddHandoverItem($input: AddHandoverItemInput!) {
      addHandoverItem(input: $input) {
        __typename
        ... on AddHandoverItemSuccess {
          item {
            id
            version
          }
        }
        ...Fault
      }
    }
  `),
);

/** Changes what was written down. */
export const editItemDocument = withFaults(
  graphql(`
    mutation EditHandoverItem($input: EditHandoverItemInput!) {
      editHandoverItem(input: $input) {
        __typename
        ... on EditHandoverItemSuccess {
          item {
            id
            version
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes back what was written down. */
export const removeItemDocument = graphql(`
  mutation RemoveHandoverItem($input: RemoveHandoverItemInput!) {
    removeHandoverItem(input: $input) {
      __typename
      ... on RemoveHandoverItemSuccess {
        capsule {
          id
        }
      }
    }
  }
`);

/** Says whether there is something to write in a part. */
export const setSectionDocument = graphql(`
  mutation SetHandoverSection($input: SetHandoverSectionInput!) {
    setHandoverSection(input: $input) {
      __typename
      ... on SetHandoverSectionSuccess {
        capsule {
          id
        }
      }
    }
  }
`);

/** Ticks something as taken on. */
export const tickItemDocument = graphql(`
  mutation TickHandoverItem($input: TickHandoverItemInput!) {
    tickHandoverItem(input: $input) {
      __typename
      ... on TickHandoverItemSuccess {
        item {
          id
          tickedAt
        }
      }
    }
  }
`);

/** Asks whoever hands over. */
export const askQuestionDocument = withFaults(
  graphql(`
    mutation AskHandoverQuestion($input: AskHandoverQuestionInput!) {
      askHandoverQuestion(input: $input) {
        __typename
        ... on AskHandoverQuestionSuccess {
          question {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Answers what was asked. */
export const answerQuestionDocument = withFaults(
  graphql(`
    mutation AnswerHandoverQuestion($input: AnswerHandoverQuestionInput!) {
      answerHandoverQuestion(input: $input) {
        __typename
        ... on AnswerHandoverQuestionSuccess {
          question {
            id
            answer
          }
        }
        ...Fault
      }
    }
  `),
);
