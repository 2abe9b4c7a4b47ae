import { graphql } from '../graph/graphql.js';
import type { ActivityQuery } from '../generated/graphql.js';

/** One activity as its page shows it; papers are null for whoever neither runs nor judges it. */
export const activityDocument = graphql(`
  query Activity($id: ID!) {
    activity(id: $id) {
      id
      title
      summary
      kind
      place
      venue {
        id
        name
      }
      startsAt
      endsAt
      registrationOpensAt
      registrationClosesAt
      capacity
      seatsLeft
      seatsTaken
      waitingCount
      isOverfull
      status
      statusReason
      organising {
        viewerActions
      }
      phase
      postponedAt
      riskTier
      noticeUntil
      reportDueAt
      report
      viewerActions
      fairStartActions
      fairStart {
        phase
      }
      canThank
      photoCounts {
        yes
      }
      feedback {
        viewerActions
        summary {
          askedCount
        }
      }
      facts {
        alcohol
        budget
        contractor
        expectedAttendees
        externalSpeaker
        minors
        offCampus
        overnight
      }
      group {
        id
        name
      }
      organiser {
        id
        displayName
      }
      viewerRegistration {
        id
        status
        statusReason
        waitingPlace
        freeCancelUntil
        strikeIfCancelledNow {
          weight
          expiresAt
          delayMinutes
          drawPercent
        }
        strikeIfMissed {
          weight
          delayMinutes
        }
        viewerActions
        autoAccept
        offer {
          expiresAt
          isHeld
        }
        pool {
          id
          name
        }
      }
      viewerLastRegistration {
        id
        status
        statusReason
      }
      generalSeatsLeft
      questions {
        id
        kind
        wording
        isRequired
        options
      }
      pools {
        id
        name
        seatsLeft
        isForViewer
      }
    }
  }
`);

/** An activity that the viewer may see. */
export type ShownActivity = NonNullable<ActivityQuery['activity']>;
