import { graphql, withFaults } from '../graph/graphql.js';

/** Plans a task. */
export const planTaskDocument = withFaults(
  graphql(`
    mutation PlanTask($input: PlanTaskInput!) {
      planTask(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes a task. */
export const editTaskDocument = withFaults(
  graphql(`
    mutation EditTask($input: EditTaskInput!) {
      editTask(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a task nobody has. */
export const claimTaskDocument = graphql(`
  mutation ClaimTask($input: ClaimTaskInput!) {
    claimTask(input: $input) {
      __typename
    }
  }
`);

/** Takes a task in hand. */
export const startTaskDocument = graphql(`
  mutation StartTask($input: StartTaskInput!) {
    startTask(input: $input) {
      __typename
    }
  }
`);

/** Marks a task as done. */
export const finishTaskDocument = graphql(`
  mutation FinishTask($input: FinishTaskInput!) {
    finishTask(input: $input) {
      __typename
    }
  }
`);

/** Opens a task again. */
export const reopenTaskDocument = graphql(`
  mutation ReopenTask($input: ReopenTaskInput!) {
    reopenTask(input: $input) {
      __typename
    }
  }
`);

/** Drops a task. */
export const dropTaskDocument = graphql(`
  mutation DropTask($input: DropTaskInput!) {
    dropTask(input: $input) {
      __typename
    }
  }
`);

/** Puts the tasks into an order. */
export const orderTasksDocument = withFaults(
  graphql(`
    mutation OrderTasks($input: OrderTasksInput!) {
      orderTasks(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
