import { graphql, withFaults } from '../graph/graphql.js';
import type { DoorBookQuery } from '../generated/graphql.js';

/** Whom the door expects, a hundred at a time, and the keys that check passes: fetched while there is a network. */
export const doorBookDocument = graphql(`
  query DoorBook($id: ID!, $after: String) {
    passKeys {
      id
      publicKey
    }
    activity(id: $id) {
      id
      title
      startsAt
      seatsTaken
      doorActions
      checkpoints {
        id
        number
        name
        isMainDoor
        countedIn
      }
      registrations(first: 100, after: $after) {
        edges {
          node {
            id
            status
            checkedInAt
            passIssue
            member {
              id
              displayName
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

/** The activity of a door. */
export type DoorActivity = NonNullable<DoorBookQuery['activity']>;

/** Sends what was scanned. */
export const recordScansDocument = withFaults(
  graphql(`
    mutation RecordScans($input: RecordScansInput!) {
      recordScans(input: $input) {
        __typename
        ... on RecordScansSuccess {
          answers {
            nonce
            outcome
            registration {
              id
              status
              checkedInAt
            }
            other {
              id
              scannedAt
              deviceLabel
            }
          }
          activity {
            id
            checkpoints {
              id
              countedIn
            }
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes a scan back, with a reason. */
export const undoScanDocument = withFaults(
  graphql(`
    mutation UndoScan($input: UndoScanInput!) {
      undoScan(input: $input) {
        __typename
        ... on UndoScanSuccess {
          registration {
            id
            status
            checkedInAt
          }
        }
        ...Fault
      }
    }
  `),
);

/** Checks oneself in by the code at the door. */
export const selfCheckInDocument = withFaults(
  graphql(`
    mutation SelfCheckIn($input: SelfCheckInInput!) {
      selfCheckIn(input: $input) {
        __typename
        ... on SelfCheckInSuccess {
          registration {
            id
            status
            checkedInAt
          }
        }
        ...Fault
      }
    }
  `),
);

/** The viewer's own passes, and whether they may check themselves in. */
export const passesDocument = graphql(`
  query Passes($id: ID!) {
    activity(id: $id) {
      id
      doorActions
      viewerRegistration {
        id
        status
        passActions
        passes {
          code
          validFrom
          validUntil
          checkpoint {
            id
            name
            isMainDoor
          }
        }
      }
    }
  }
`);

/** Makes the old passes worthless. */
export const renewPassDocument = graphql(`
  mutation RenewPass($input: RenewPassInput!) {
    renewPass(input: $input) {
      __typename
    }
  }
`);

/** The checkpoints of an activity and the code at its door. */
export const doorSetupDocument = graphql(`
  query DoorSetup($id: ID!) {
    activity(id: $id) {
      id
      doorActions
      checkpoints {
        id
        name
        isMainDoor
        countedIn
        countedOut
      }
      doorCode {
        code
        shownUntil
      }
    }
  }
`);

/** Adds a checkpoint. */
export const addCheckpointDocument = withFaults(
  graphql(`
    mutation AddCheckpoint($input: AddCheckpointInput!) {
      addCheckpoint(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a checkpoint away. */
export const removeCheckpointDocument = graphql(`
  mutation RemoveCheckpoint($input: RemoveCheckpointInput!) {
    removeCheckpoint(input: $input) {
      __typename
    }
  }
`);

/** Opens or closes checking in by code. */
export const openSelfCheckInDocument = graphql(`
  mutation OpenSelfCheckIn($input: OpenSelfCheckInInput!) {
    openSelfCheckIn(input: $input) {
      __typename
    }
  }
`);
