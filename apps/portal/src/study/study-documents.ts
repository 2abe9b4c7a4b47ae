import { graphql } from '../graph/graphql.js';
import type { StudyGroupQuery, MyStudyQuery, StudyGroupsQuery } from '../generated/graphql.js';

/** The viewer's study groups and what comes next in them. */
export const myStudyDocument = graphql(`
  query MyStudy {
    viewer {
      subject
      studyPlaces(first: 50) {
        edges {
          node {
            id
            status
            waitingPlace
            group {
              id
              title
              course
              status
            }
          }
        }
      }
      studySessions(first: 30) {
        edges {
          node {
            id
            startsAt
            endsAt
            status
            isHostedByViewer
            isHostingOffered
            isViewerPresent
            viewerActions
            group {
              id
              title
            }
          }
        }
      }
    }
  }
`);

/** Study groups that the viewer can find. */
export const studyGroupsDocument = graphql(`
  query StudyGroups($filter: StudyGroupFilterInput, $after: String) {
    studyGroups(first: 12, filter: $filter, after: $after) {
      edges {
        node {
          id
          title
          course
          style
          setting
          language
          times {
            weekday
            startsAt
            minutes
          }
          capacity
          seatsTaken
          isFull
          status
          viewerPlace {
            id
            status
          }
          viewerActions
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** One study group with everything its members see. */
export const studyGroupDocument = graphql(`
  query StudyGroup($id: ID!) {
    studyGroup(id: $id) {
      id
      title
      about
      course
      constituency {
        id
      }
      style
      setting
      whereabouts
      language
      times {
        weekday
        startsAt
        minutes
      }
      membersMin
      capacity
      seatsTaken
      isFull
      admission
      status
      lastDay
      organiser {
        id
        displayName
      }
      viewerPlace {
        id
        status
        waitingPlace
        reason
      }
      seats(first: 30) {
        edges {
          node {
            id
            member {
              id
              displayName
            }
          }
        }
      }
      waiting(first: 50) {
        edges {
          node {
            id
            status
            member {
              id
              displayName
            }
          }
        }
      }
      viewerActions
    }
  }
`);

/** The sessions of a study group, latest first. */
export const studySessionsDocument = graphql(`
  query StudySessions($id: ID!, $after: String) {
    studyGroup(id: $id) {
      id
      capacity
      sessions(first: 8, after: $after) {
        edges {
          node {
            id
            startsAt
            endsAt
            status
            skipReason
            host {
              id
              displayName
            }
            isHostedByViewer
            isHostingOffered
            presentCount
            isViewerPresent
            attendance {
              isPresent
              isByThemselves
              member {
                id
                displayName
              }
            }
            notes {
              id
              title
              body
              language
              licence
              author {
                id
                displayName
              }
              resource {
                id
                status
              }
              viewerActions
            }
            viewerActions
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

/** Reports of study groups that wait for a union officer. */
export const studyReportsDocument = graphql(`
  query StudyReports($after: String) {
    studyReports(first: 10, after: $after) {
      edges {
        node {
          id
          reason
          words
          reportedAt
          viewerActions
          group {
            id
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the page of a study group shows. */
export type ShownStudyGroup = NonNullable<StudyGroupQuery['studyGroup']>;

/** What the list of study groups shows of one. */
export type FoundStudyGroup = NonNullable<StudyGroupsQuery['studyGroups']>['edges'][number]['node'];

/** A session to come, of the viewer's. */
export type OwnSession = NonNullable<MyStudyQuery['viewer']['studySessions']>['edges'][number]['node'];
