import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import { creditsMax, deadlineMaxMs, helpersMax } from './help-limits.js';

/** What kinds of help there are (domain 1.3 F). Help with assessed work is none of them. */
export const helpKinds = [
  'BORROW',
  'LIFT_CARRY',
  'EXPLAIN_TOPIC',
  'LANGUAGE_PRACTICE',
  'SETTLE_IN',
  'COMPANY',
  'LOST_FOUND',
  'LISTEN',
] as const;

/** What kind of help it is. */
export type HelpKind = (typeof helpKinds)[number];

/** What somebody asks for. */
export type HelpAsk = {
  readonly kind: HelpKind;
  readonly title: string;
  readonly words: string;
  /** The language it is written in and the help is wanted in, as a BCP 47 tag. */
  readonly language: string;
  readonly place: string | undefined;
  readonly windowFrom: Date | undefined;
  readonly windowTo: Date | undefined;
  readonly helpersWanted: number;
  /** What each helper is given when it is done. */
  readonly credits: number;
  readonly deadline: Date;
};

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks what somebody asks for, or names every field that breaks a rule. */
export function checkAsk(ask: HelpAsk, now: Date): Result<HelpAsk, ValidationError> {
  const ahead = ask.deadline.getTime() - now.getTime();
  const { windowFrom, windowTo } = ask;
  return new FieldChecks()
    .text('title', ask.title, { min: 3, max: 120 })
    .text('words', ask.words, { min: 10, max: 2000 })
    .that(languageTag.test(ask.language), 'language', 'BAD_FORMAT', 'Use a language tag such as en or zh-CN.')
    .text('place', ask.place ?? '', { min: 0, max: 120 })
    .that(
      windowFrom === undefined || windowTo === undefined || windowTo > windowFrom,
      'windowTo',
      'CONTRADICTION',
      'The end lies after the beginning.',
    )
    .that(windowTo === undefined || windowTo > now, 'windowTo', 'OUT_OF_RANGE', 'The end lies in the future.')
    .whole('helpersWanted', ask.helpersWanted, { min: 1, max: helpersMax })
    .whole('credits', ask.credits, { min: 0, max: creditsMax })
    .that(ahead > 0, 'deadline', 'OUT_OF_RANGE', 'The deadline lies in the future.')
    .that(ahead <= deadlineMaxMs, 'deadline', 'OUT_OF_RANGE', 'The deadline lies at most 60 days ahead.')
    .finish({ ...ask, title: ask.title.trim(), words: ask.words.trim(), place: ask.place?.trim() || undefined });
}
