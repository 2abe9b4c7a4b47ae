/*
 * How a member wants to be told: of which topics, by mail at once, in a digest or never, at which hours, and where. The
 * address comes from the member and counts once a code that was mailed there came back. Life: made at the first change,
 * forgotten with its member. Owner: membership.
 */
import {
  bouncesMax,
  err,
  FieldChecks,
  isMailAddress,
  limitReached,
  ok,
  type LimitReachedError,
  type MailLanguage,
  type QuietHours,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import { canSwitchOff, defaultMail, topics, type MailChoice, type Topic } from './reason.js';

/** How often a digest comes: every day, or on Mondays. */
export type DigestRhythm = 'DAILY' | 'WEEKLY';

/** What a member chose for a topic. */
export type Preference = { readonly topic: Topic; readonly isTold: boolean; readonly mail: MailChoice };

/** What a member chooses. Hours are those of the campus zone. */
export type Choices = QuietHours & {
  readonly digest: DigestRhythm;
  readonly language: MailLanguage;
  /** Whether the member stopped all mail, with one click or here. */
  readonly isStopped: boolean;
  readonly preferences: readonly Preference[];
};

/** An address that waits for its code. */
export type ProposedAddress = { readonly address: string; readonly until: Date; readonly tries: number };

/** The settings of one member. */
export type NotificationSettings = Choices & {
  readonly memberId: MemberId;
  /** Where mail goes; confirmed. */
  readonly address: string | undefined;
  readonly bounces: number;
  readonly proposed: ProposedAddress | undefined;
  /** What the member's codes and unsubscribe links are signed with; never leaves the service. */
  readonly secret: string;
  /** The day of the campus on which codes were last sent, and how many then. */
  readonly codesDay: string | undefined;
  readonly codesSent: number;
  readonly version: number;
};

/** Signs with a member's secret; without the secret nobody makes or checks a code or link. */
export interface Signer {
  /** The six digits that confirm an address. */
  code(secret: string, text: string): string;
  /** A signature fit for a link. */
  sign(secret: string, text: string): string;
  /** Compares without telling by time how much was right. */
  isSame(one: string, other: string): boolean;
}

/** For how long a code confirms an address. */
export const codeMinutes = 30;

/** How often a wrong code may be given before a new one must be asked for. */
export const codeTriesMax = 5;

/** How many codes a member may have mailed on one day: nobody floods a stranger's mailbox through us. */
export const codesPerDayMax = 5;

/** What holds until a member chooses; no mail goes anywhere before they give an address. */
export function settingsOf(memberId: MemberId, secret: string): NotificationSettings {
  return {
    memberId,
    quietFrom: 21,
    quietUntil: 8,
    digest: 'DAILY',
    language: 'en',
    isStopped: false,
    preferences: completePreferences([]),
    address: undefined,
    bounces: 0,
    proposed: undefined,
    secret,
    codesDay: undefined,
    codesSent: 0,
    version: 0,
  };
}

/** One preference for every topic: what was chosen, and what holds by itself elsewhere. */
export function completePreferences(chosen: readonly Preference[]): readonly Preference[] {
  return topics.map(
    (topic) => chosen.find((one) => one.topic === topic) ?? { topic, isTold: true, mail: defaultMail[topic] },
  );
}

/** Changes what a member chose; topics that are not named stay as they are. */
export function changeChoices(
  settings: NotificationSettings,
  choices: Choices,
): Result<NotificationSettings, ValidationError> {
  const hours = { min: 0, max: 23 };
  const checks = new FieldChecks()
    .whole('quietFrom', choices.quietFrom, hours)
    .whole('quietUntil', choices.quietUntil, hours);
  choices.preferences.forEach(({ topic, isTold }, index) =>
    checks
      .that(
        isTold || canSwitchOff(topic),
        `preferences.${index}.isTold`,
        'CONTRADICTION',
        'What this topic tells of asks something of you, so it stays in your inbox.',
      )
      .that(
        choices.preferences.findIndex((other) => other.topic === topic) === index,
        `preferences.${index}.topic`,
        'CONTRADICTION',
        'Each topic is named once.',
      ),
  );
  const preferences = completePreferences([
    ...choices.preferences,
    ...settings.preferences.filter(({ topic }) => choices.preferences.every((other) => other.topic !== topic)),
  ]);
  return checks.finish({ ...settings, ...choices, preferences });
}

/** Asks for an address to be confirmed; the one in use stays until then. */
export function proposeAddress(
  settings: NotificationSettings,
  address: string,
  { now, day }: { readonly now: Date; readonly day: string },
): Result<NotificationSettings, ValidationError | LimitReachedError> {
  const checked = new FieldChecks()
    .that(isMailAddress(address), 'address', 'BAD_FORMAT', 'Give one mail address.')
    .finish(address);
  if (!checked.ok) return checked;
  const codesSent = settings.codesDay === day ? settings.codesSent : 0;
  if (codesSent >= codesPerDayMax)
    return err(limitReached('No more codes can be sent to you today. Try again tomorrow.', codesPerDayMax));
  const proposed = { address, until: new Date(now.getTime() + codeMinutes * 60_000), tries: 0 };
  return ok({ ...settings, proposed, codesDay: day, codesSent: codesSent + 1 });
}

/** No mail goes anywhere any more, and the address is forgotten. */
export function forgetAddress(settings: NotificationSettings): NotificationSettings {
  return { ...settings, address: undefined, proposed: undefined, bounces: 0 };
}

/** What a code is made of, so that it confirms this address until this instant and nothing else. */
export function codeText({ address, until }: ProposedAddress): string {
  return `confirm/${until.toISOString()}/${address}`;
}

/** What a code that came back does: a right one takes the address into use, a wrong one counts. */
export function answerCode(
  settings: NotificationSettings,
  isRight: boolean,
  now: Date,
): { readonly settings: NotificationSettings; readonly isConfirmed: boolean } {
  const { proposed } = settings;
  if (proposed === undefined || proposed.until <= now || proposed.tries >= codeTriesMax)
    return { settings, isConfirmed: false };
  if (!isRight)
    return { settings: { ...settings, proposed: { ...proposed, tries: proposed.tries + 1 } }, isConfirmed: false };
  const confirmed = { ...settings, address: proposed.address, proposed: undefined, bounces: 0, isStopped: false };
  return { settings: confirmed, isConfirmed: true };
}

/** Whether mail reaches the member: it has an address, was not stopped, and was not refused too often. */
export function isReachable({ address, isStopped, bounces }: NotificationSettings): boolean {
  return address !== undefined && !isStopped && bounces < bouncesMax;
}

/** What the signature of an unsubscribe link covers. */
export function unsubscribeText(memberId: MemberId): string {
  return `stop-mail/${memberId}`;
}

/** What an unsubscribe link carries. */
export type UnsubscribeToken = { readonly memberId: string; readonly signature: string };

/** The parts of an unsubscribe token, or nothing when the text is none. */
export function readToken(text: string): UnsubscribeToken | undefined {
  const [memberId, signature, ...rest] = text.split('.');
  return memberId === undefined || signature === undefined || rest.length > 0 ? undefined : { memberId, signature };
}
