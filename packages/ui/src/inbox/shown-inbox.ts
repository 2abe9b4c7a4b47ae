/** A notice as the apps show it. */
export type ShownNotice = {
  readonly id: string;
  readonly reason: string;
  readonly case?: { readonly id: string } | null;
  readonly entry?: { readonly id: string } | null;
  readonly referral?: { readonly id: string } | null;
  readonly toldAt: string;
  readonly readAt?: string | null;
};

/** Where and when mail is sent. */
export type ShownInboxSettings = {
  readonly address?: string | null;
  readonly mailKinds: readonly string[];
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly language: string;
  readonly isStopped: boolean;
};

/** An inbox for case matters as the apps show it. */
export type ShownInbox = {
  readonly id: string;
  readonly role: string;
  readonly unreadCount: number;
  readonly viewerActions: readonly string[];
  readonly department?: { readonly name: string } | null;
  readonly settings?: ShownInboxSettings | null;
  readonly notices: {
    readonly edges: readonly { readonly node: ShownNotice }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  };
};

/** What mail can be about, in the order in which it is offered. */
export const noticeKinds = ['CONVERSATION', 'PROGRESS', 'REFERRAL', 'DEADLINE', 'PROTECTION', 'COMMON'] as const;

/** The settings as a form sends them. */
export type InboxSettingsInput = {
  readonly inboxId: string;
  readonly address: string;
  readonly mailKinds: (typeof noticeKinds)[number][];
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly language: 'EN' | 'ZH_CN';
};
