import type { HomeMember } from './home-document.js';
import type { HomeItem } from './home-item.js';

/** What waits for the member: referrals to decide on or to answer, then the next open step of each path. */
export function needsOf(member: HomeMember): readonly HomeItem[] {
  return [...referralNeeds(member), ...stepNeeds(member)];
}

function referralNeeds({ cases }: HomeMember): readonly HomeItem[] {
  return (cases?.edges ?? []).flatMap(({ node: { id: target, referrals } }) =>
    referrals
      .filter(({ viewerActions }) => viewerActions.includes('CONSENT') || viewerActions.includes('ANSWER'))
      .map((referral) => ({
        id: referral.id,
        key: referral.viewerActions.includes('CONSENT') ? 'home.consent' : 'home.answer',
        words: { department: referral.department?.name ?? '' },
        to: '/help/$caseId' as const,
        target,
        status: { family: 'referral' as const, status: referral.status },
      })),
  );
}

const planKeys: Readonly<Record<string, string>> = { WAITLISTED: 'home.waits', OFFERED: 'home.offered' };

/** Where the member goes, or waits for a place, from now on. */
export function plansOf({ registrations }: HomeMember, now: Date): readonly HomeItem[] {
  return (registrations?.edges ?? [])
    .map(({ node }) => node)
    .filter(
      ({ status, activity }) =>
        ['WAITLISTED', 'OFFERED', 'CONFIRMED'].includes(status) &&
        activity.status === 'PUBLISHED' &&
        Date.parse(activity.endsAt) > now.getTime(),
    )
    .toSorted((one, other) => one.activity.startsAt.localeCompare(other.activity.startsAt))
    .map(({ id, status, waitingPlace, activity }) => ({
      id,
      key: planKeys[status] ?? 'home.goes',
      words: { title: activity.title, place: waitingPlace ?? '' },
      to: '/activities/$activityId',
      target: activity.id,
      at: activity.startsAt,
      status: { family: 'registration', status },
    }));
}

function stepNeeds({ enrolments }: HomeMember): readonly HomeItem[] {
  return (enrolments?.edges ?? []).flatMap(({ node: { path, steps } }) => {
    const next = steps.find(({ status }) => status === 'AVAILABLE' || status === 'STARTED' || status === 'RETURNED');
    if (!next || !path) return [];
    return [
      {
        id: next.step.id,
        key: 'home.step',
        words: { step: next.step.title, path: path.title },
        to: '/learning/$pathId' as const,
        target: path.id,
        status: { family: 'step' as const, status: next.status },
      },
    ];
  });
}
