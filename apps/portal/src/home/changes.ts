import type { HomeMember } from './home-document.js';
import type { HomeItem } from './home-item.js';

const windowMs = 30 * 86_400_000;
const shownMax = 4;

/** What happened to the member's own things in the last thirty days, newest first. */
export function changesOf(member: HomeMember, now: Date): readonly HomeItem[] {
  return [...referralChanges(member), ...activityChanges(member), ...stepChanges(member)]
    .filter(({ at }) => at !== undefined && now.getTime() - Date.parse(at) < windowMs)
    .toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
    .slice(0, shownMax);
}

function referralChanges({ cases }: HomeMember): readonly HomeItem[] {
  return (cases?.edges ?? []).flatMap(({ node: { id: target, referrals } }) =>
    referrals.flatMap(({ id, department, response, sentAt }) => {
      const at = response?.respondedAt ?? sentAt ?? undefined;
      if (at === undefined) return [];
      const key = response ? 'home.answered' : 'home.sent';
      return [{ id, key, words: { department: department?.name ?? '' }, to: '/help/$caseId' as const, target, at }];
    }),
  );
}

function activityChanges({ registrations }: HomeMember): readonly HomeItem[] {
  return (registrations?.edges ?? []).flatMap(({ node: { id, activity } }) =>
    activity.postponedAt
      ? [
          {
            id,
            key: 'home.moved',
            words: { title: activity.title },
            to: '/activities/$activityId' as const,
            target: activity.id,
            at: activity.postponedAt,
          },
        ]
      : [],
  );
}

function stepChanges({ enrolments }: HomeMember): readonly HomeItem[] {
  return (enrolments?.edges ?? []).flatMap(({ node: { path, steps } }) =>
    steps.flatMap(({ step, passedAt }) =>
      passedAt && path
        ? [
            {
              id: step.id,
              key: 'home.passed',
              words: { step: step.title, path: path.title },
              to: '/learning/$pathId' as const,
              target: path.id,
              at: passedAt,
            },
          ]
        : [],
    ),
  );
}
