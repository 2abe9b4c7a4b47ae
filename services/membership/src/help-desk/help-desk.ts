import type { MemberId } from '../member/member.js';

/** What stands behind a member's page of asks and offers: only ever the viewer's own. */
export type HelpDesk = { readonly memberId: MemberId };

/** What stands behind a member's credits. */
export type HelpCredits = { readonly memberId: MemberId; readonly balance: number; readonly promised: number };

/** The page of a member; nobody else has one. */
export function deskOf(memberId: MemberId | undefined): HelpDesk | null {
  return memberId === undefined ? null : { memberId };
}

/** A member's credits: the sum of what moved, and what running requests promise. */
export function creditsOf({ memberId }: HelpDesk, sums: Omit<HelpCredits, 'memberId'>): HelpCredits {
  return { memberId, ...sums };
}
