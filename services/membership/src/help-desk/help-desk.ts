import type { MemberId } from '../member/member.js';

/** What stands behind a member's page of asks and offers: only ever the viewer's own. */
export type HelpDesk = { readonly memberId: MemberId };

/** What stands behind a member's credits. */
export type HelpCredits = { readonly memberId: MemberId; readonly balance: number; readonly promised: number };
