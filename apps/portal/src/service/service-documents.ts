import type { HoursToVerifyQuery, MyServiceQuery, OpportunityShiftsQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

/** A shift with the viewer's part in it. */
export const shiftFragment = graphql(`
  fragment ServiceShift on Shift {
    id
    startsAt
    endsAt
    meetingPoint
    isHard
    status
    statusReason
    viewerActions
    opportunity {
      id
      title
      isAdultsOnly
      host {
        id
        name
      }
    }
    roles {
      id
      name
      needed
      taken
      viewerLacksTraining
      requiredTraining {
        path {
          id
          title
        }
      }
    }
    viewerSignup {
      id
      status
      viewerActions
    }
    viewerNotices {
      kind
      isBlocking
      limit
      activity {
        id
        title
      }
    }
  }
`);

/** A claim of hours and where it stands. */
export const claimFragment = graphql(`
  fragment ServiceClaim on HoursClaim {
    id
    workedFrom
    workedTo
    minutes
    minutesMax
    what
    evidence
    evidenceLink
    longerBecause
    status
    statusReason
    submittedAt
    viewerActions
    host {
      id
      name
    }
    member {
      id
      displayName
    }
    decidedBy {
      id
      displayName
    }
  }
`);

/** Its shifts from now on. */
export const opportunityShiftsDocument = withFragments(
  graphql(`
    query OpportunityShifts($id: ID!, $after: String) {
      shifts(opportunityId: $id, first: 14, after: $after) {
        edges {
          node {
            ...ServiceShift
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  shiftFragment,
);

/** The viewer's own service: what is ahead, what they may take over, what they worked, and what it came to. */
export const myServiceDocument = withFragments(
  graphql(`
    query MyService {
      viewer {
        subject
        shiftSignups(first: 20) {
          edges {
            node {
              id
              status
              viewerActions
              role {
                id
                name
              }
              shift {
                ...ServiceShift
              }
            }
          }
        }
        swapsOffered(first: 10) {
          edges {
            node {
              id
              viewerActions
              role {
                id
                name
              }
              member {
                id
                displayName
              }
              shift {
                ...ServiceShift
              }
            }
          }
        }
        worked: shiftSignups(first: 20, isOver: true) {
          edges {
            node {
              id
              status
              viewerActions
              claim {
                id
              }
              shift {
                ...ServiceShift
              }
            }
          }
        }
        member {
          id
          hours {
            minutes
            claims
            waitingMinutes
            bands {
              name
              fromHours
            }
            band {
              name
            }
            nextBand {
              name
            }
            minutesToNext
          }
        }
      }
    }
  `),
  shiftFragment,
);

/** The viewer's claims, the latest work first. */
export const myClaimsDocument = withFragments(
  graphql(`
    query MyClaims($after: String) {
      viewer {
        subject
        hoursClaims(first: 10, after: $after) {
          edges {
            node {
              ...ServiceClaim
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `),
  claimFragment,
);

/** What waits to be verified by the viewer. */
export const hoursToVerifyDocument = withFragments(
  graphql(`
    query HoursToVerify($after: String) {
      hoursToVerify(first: 10, after: $after) {
        edges {
          node {
            ...ServiceClaim
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  claimFragment,
);

/** A claim as these pages show it. */
export type ShownClaim = NonNullable<HoursToVerifyQuery['hoursToVerify']>['edges'][number]['node'];
/** A shift as these pages show it. */
export type ShownShift = NonNullable<OpportunityShiftsQuery['shifts']>['edges'][number]['node'];
/** What the viewer's own page shows. */
export type MyService = MyServiceQuery['viewer'];
/** Somebody's total. */
export type ShownHours = NonNullable<NonNullable<MyService['member']>['hours']>;
