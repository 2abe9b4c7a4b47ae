import type { MyGrowthQuery } from '../generated/graphql.js';

/** A request that the viewer helped with. */
export type HelpedWith = { readonly id: string; readonly title: string; readonly completedAt: string };

/** What the viewer helped with and saw through, the newest first. Offers that came to nothing are left out. */
export function helpedWith(desk: MyGrowthQuery['viewer']['helpDesk']): readonly HelpedWith[] {
  return (desk?.offers.edges ?? [])
    .flatMap(({ node: { status, request } }) => {
      const completedAt = request?.completedAt;
      const isDone = status === 'ACCEPTED' && request?.status === 'COMPLETED' && completedAt != null;
      return isDone ? [{ id: request.id, title: request.title, completedAt }] : [];
    })
    .toSorted((one, other) => other.completedAt.localeCompare(one.completedAt));
}

/** Those of them that were completed in a term. */
export function helpedInTerm(
  helped: readonly HelpedWith[],
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
): readonly HelpedWith[] {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  return helped.filter(({ completedAt }) => Date.parse(completedAt) >= from && Date.parse(completedAt) < to);
}
