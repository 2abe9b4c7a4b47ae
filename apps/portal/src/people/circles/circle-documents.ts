import type { MyCirclesQuery } from '../../generated/graphql.js';
import { graphql, withFaults } from '../../graph/graphql.js';

/** The viewer's wish and circles. */
export const circlesDocument = graphql(`
  query MyCircles {
    viewer {
      subject
      member {
        id
        interests
        languages
      }
      circleWish {
        interests
        languages
        halfDays
        sizeMax
        roundsWaited
      }
      circles {
        id
        status
        interest
        language
        halfDay
        expiresAt
        hasAccepted
        viewerActions
        members {
          name
          isViewer
          member {
            id
          }
        }
        suggestedMeeting {
          day
          halfDay
          place
        }
        meetings {
          id
          meetsAt
          place
          cancelledAt
        }
        conversation {
          id
        }
        groupDraft {
          name
          agreedCount
          hasAgreed
        }
        group {
          id
          name
        }
      }
    }
  }
`);

/** Wishes for a circle. */
export const wishForCircleDocument = withFaults(
  graphql(`
    mutation WishForCircle($input: WishForCircleInput!) {
      wishForCircle(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes the wish back. */
export const withdrawWishDocument = graphql(`
  mutation WithdrawCircleWish($input: WithdrawCircleWishInput!) {
    withdrawCircleWish(input: $input) {
      __typename
    }
  }
`);

/** Accepts a circle. */
export const acceptCircleDocument = graphql(`
  mutation AcceptCircle($input: AcceptCircleInput!) {
    acceptCircle(input: $input) {
      __typename
    }
  }
`);

/** Declines a circle. */
export const declineCircleDocument = graphql(`
  mutation DeclineCircle($input: DeclineCircleInput!) {
    declineCircle(input: $input) {
      __typename
    }
  }
`);

/** Leaves a circle. */
export const leaveCircleDocument = graphql(`
  mutation LeaveCircle($input: LeaveCircleInput!) {
    leaveCircle(input: $input) {
      __typename
    }
  }
`);

/** Plans a meeting. */
export const planMeetingDocument = withFaults(
  graphql(`
    mutation PlanCircleMeeting($input: PlanCircleMeetingInput!) {
      planCircleMeeting(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Cancels a meeting. */
export const cancelMeetingDocument = graphql(`
  mutation CancelCircleMeeting($input: CancelCircleMeetingInput!) {
    cancelCircleMeeting(input: $input) {
      __typename
    }
  }
`);

/** Drafts a group of a circle. */
export const proposeCircleGroupDocument = withFaults(
  graphql(`
    mutation ProposeCircleGroup($input: ProposeCircleGroupInput!) {
      proposeCircleGroup(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Agrees to the drafted group. */
export const agreeToGroupDocument = graphql(`
  mutation AgreeToCircleGroup($input: AgreeToCircleGroupInput!) {
    agreeToCircleGroup(input: $input) {
      __typename
    }
  }
`);

type Viewer = MyCirclesQuery['viewer'];

/** A circle of the viewer's. */
export type ShownCircle = Viewer['circles'][number];

/** The viewer's wish. */
export type ShownWish = NonNullable<Viewer['circleWish']>;

/** What the viewer's profile says that a wish can be made of. */
export type WishableProfile = { readonly interests: readonly string[]; readonly languages: readonly string[] };
