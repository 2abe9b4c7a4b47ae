/*
 * An offer that stands without a request: "I can explain statistics". It suggests itself to its maker for fitting
 * requests, with the reasons, and shows them to nobody else. Life: until a date or until it is ended. Owner: membership.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { HelpKind } from '../help-request/help-ask.js';
import { standingMaxMs } from '../help-request/help-limits.js';
import type { HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';

/** The id of a standing offer. */
export type StandingHelpOfferId = Id<'StandingHelpOffer'>;

/** What somebody offers to whoever asks. */
export type StandingAsk = {
  readonly kind: HelpKind;
  readonly title: string;
  /** Words that a fitting request has one of; without any, every request of the kind fits. */
  readonly topics: readonly string[];
  /** The languages it can be done in, as BCP 47 tags. */
  readonly languages: readonly string[];
  readonly until: Date;
};

/** A standing offer as stored. */
export type StandingHelpOffer = StandingAsk & {
  readonly id: StandingHelpOfferId;
  readonly helperId: MemberId;
  readonly endedAt: Date | undefined;
  readonly madeAt: Date;
  readonly version: number;
};

/** Why a request fits a standing offer. */
export type HelpSuggestionReason = 'SAME_KIND' | 'SAME_LANGUAGE' | 'TOPIC' | 'SHARED_GROUP';

/** A request that fits a standing offer of the viewer's, with the reasons. */
export type HelpSuggestion = {
  readonly requestId: HelpRequestId;
  readonly offerId: StandingHelpOfferId;
  readonly reasons: readonly HelpSuggestionReason[];
};

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks a standing offer, or names every field that breaks a rule. */
export function checkStanding(ask: StandingAsk, now: Date): Result<StandingAsk, ValidationError> {
  const ahead = ask.until.getTime() - now.getTime();
  const checks = new FieldChecks()
    .text('title', ask.title, { min: 3, max: 120 })
    .textList('topics', ask.topics, { max: 10, maxLength: 40 })
    .textList('languages', ask.languages, { max: 10, maxLength: 35 })
    .that(ask.languages.length > 0, 'languages', 'REQUIRED', 'Name at least one language.')
    .that(ahead > 0 && ahead <= standingMaxMs, 'until', 'OUT_OF_RANGE', 'Give a day within a year from now.');
  ask.languages.forEach((tag, index) =>
    checks.that(languageTag.test(tag), `languages.${index}`, 'BAD_FORMAT', 'Use a language tag such as en or zh-CN.'),
  );
  return checks.finish({ ...ask, title: ask.title.trim(), topics: ask.topics.map((topic) => topic.trim()) });
}
