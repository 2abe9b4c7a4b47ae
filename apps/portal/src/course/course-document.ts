import type { CaseCourseQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** The dates of one's own case, its stages, and what becomes of it. */
export const courseDocument = graphql(`
  query CaseCourse($id: ID!) {
    case(id: $id) {
      id
      matter
      status
      stage
      outcome
      viewerActions
      courseActions
      completedAt
      deadlines {
        id
        kind
        state
        startsAt
        dueAt
        metAt
        measure
        amount
        pauses {
          id
          basis
          startsAt
          endsAt
        }
      }
      stages {
        stage
        openedAt
        endedAt
        outcome
        summary
        redress
      }
      reopening {
        id
        fact
        statement
        decision
      }
      cause {
        cause
        isCounted
        canDecideCounting
        department {
          id
          name
        }
      }
      exports {
        id
        status
        expiresAt
        digest
        redactions
        preview {
          title
          lines
        }
        downloads {
          id
          byWhom
          at
        }
        viewerActions
      }
      retention {
        erasesAt
        isErased
        holds {
          basis
        }
        viewerActions
      }
    }
  }
`);

/** The course of a case that the viewer may read. */
export type ShownCourse = NonNullable<CaseCourseQuery['case']>;

/** A part of the page: the course, and what to do after a change. */
export type CoursePartProps = { readonly item: ShownCourse; readonly onChange: () => void };
