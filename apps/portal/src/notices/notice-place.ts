import type { MyNoticesQuery } from '../generated/graphql.js';

/** A notification as the list shows it. */
export type ShownNotice = NonNullable<MyNoticesQuery['viewer']['notifications']>['edges'][number]['node'];

/** The topics in the order of the filter. */
export const topics = [
  'PEOPLE',
  'GROUPS',
  'POSTS',
  'HELP',
  'OFFICES',
  'ACTIVITIES',
  'LEARNING',
  'RIGHTS',
  'ACCOUNT',
] as const;

/** One topic. */
export type ShownTopic = (typeof topics)[number];

type Kind = ShownNotice['subject']['kind'];

const placeOf: Readonly<Partial<Record<Kind, (id: string) => string>>> = {
  MEMBER: (id) => `/people/${id}`,
  CONVERSATION: (id) => `/messages/${id}`,
  HELP_REQUEST: (id) => `/board/${id}`,
  POST: (id) => `/campus/${id}`,
  GROUP: (id) => `/groups/${id}`,
  CIRCLE: () => '/people/circles',
  MEMBERSHIP: () => '/settings/membership',
  EXPORT: () => '/settings/export',
  NEEDS: () => '/settings/readings',
  ISSUE: (id) => `/issues/${id}`,
  PROPOSAL: (id) => `/proposals/${id}`,
  ACTIVITY: (id) => `/activities/${id}`,
  LEARNING_PATH: (id) => `/learning/${id}`,
  ELECTION: (id) => `/elections/${id}`,
  RESOURCE: (id) => `/library/${id}`,
  STUDY_GROUP: (id) => `/study/${id}`,
  MENTORING: () => '/mentoring',
  CREDENTIAL: () => '/record/credentials',
  RECORD_LINK: () => '/record/links',
  HANDOVER: (id) => `/handover/${id}`,
};

/** What an election has news of besides itself: one's own candidacy, and who was elected. */
const electionPlaceOf: Readonly<Partial<Record<ShownNotice['reason'], (id: string) => string>>> = {
  NOMINATED: () => '/candidacies',
  CANDIDACY_DECIDED: () => '/candidacies',
  ELECTION_DECLARED: (id) => `/elections/${id}/results`,
};

/** Where a notification leads; nowhere where there is no page for it. An office is shown by its group. */
export function noticePlace({
  subject,
  group,
  reason,
}: Pick<ShownNotice, 'subject' | 'group' | 'reason'>): string | undefined {
  if (subject.kind === 'MANDATE') return group ? `/groups/${group.id}` : undefined;
  return (electionPlaceOf[reason] ?? placeOf[subject.kind])?.(subject.id);
}
