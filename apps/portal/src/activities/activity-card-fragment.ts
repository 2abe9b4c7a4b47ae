import type { ActivityCardFragment } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** As much of an activity as a card shows. */
export const activityCardFragment = graphql(`
  fragment ActivityCard on Activity {
    id
    title
    kind
    place
    startsAt
    status
    phase
    seatsLeft
    viewerRegistration {
      id
      status
    }
  }
`);

/** An activity as a card shows it. */
export type CardActivity = ActivityCardFragment;
