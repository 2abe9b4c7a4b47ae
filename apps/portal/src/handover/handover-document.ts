import type { HandoverQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** One handover as far as the viewer may see it. */
export const handoverDocument = graphql(`
  query Handover($id: ID!) {
    handoverCapsule(id: $id) {
      id
      status
      positionKind
      viewerRole
      hasPredecessor
      openedAt
      startsAt
      dueAt
      isLate
      filledAt
      shadowingAt
      shadowUntil
      acceptedAt
      sealedAt
      keptUntil
      viewerActions
      group {
        id
        name
      }
      constituency {
        id
        programme
        year
      }
      successor {
        id
        displayName
      }
      outgoing {
        id
        displayName
      }
      sections {
        section
        count
        tickedCount
        hasNothing
        isDone
      }
      items {
        id
        section
        title
        words
        link
        tickedAt
        needsTick
        version
        author {
          id
          displayName
        }
      }
      questions {
        id
        words
        askedAt
        answer
        answeredAt
        answeredBy {
          id
          displayName
        }
      }
      officers {
        positionKind
        until
        member {
          id
          displayName
        }
      }
    }
  }
`);

/** What the group did and plans. */
export const handoverCalendarDocument = graphql(`
  query HandoverCalendar($id: ID!) {
    handoverCapsule(id: $id) {
      id
      calendar {
        startsAt
        isOpen
        activity {
          id
          title
        }
      }
    }
  }
`);

/** What is to be done and paid for what the group plans, for whoever may read it. */
export const handoverPlansDocument = graphql(`
  query HandoverPlans($id: ID!) {
    group(id: $id) {
      id
      activities(first: 10) {
        edges {
          node {
            id
            title
            startsAt
            status
            organising {
              tasks {
                id
                title
                status
                dueAt
                isLate
                owner {
                  id
                  displayName
                }
              }
              budget {
                plannedIncome
                plannedExpense
                lines {
                  id
                  title
                  kind
                  planned
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** A handover as the page shows it. */
export type ShownHandover = NonNullable<HandoverQuery['handoverCapsule']>;

/** Something that was written down. */
export type ShownItem = NonNullable<ShownHandover['items']>[number];

/** What every part of the page works with. */
export type HandoverPart = { readonly capsule: ShownHandover; readonly onChange: () => void };
