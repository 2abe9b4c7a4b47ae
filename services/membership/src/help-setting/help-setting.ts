/*
 * How a member is reached by those they are matched with, whether thanks are counted on their profile, and whether they
 * are under age. Owner: membership.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** A member's settings of mutual help; its id is the member's. */
export type HelpSetting = {
  readonly id: MemberId;
  /** What is shown to those they are matched with, in their own words, for example a telephone number. */
  readonly contactLine: string | undefined;
  readonly showsThanks: boolean;
  readonly version: number;
};

/**
 * That a member is under 18, until the day they no longer are; its id is the member's. The register holds no date of
 * birth, and none is asked for: this is noted for the few whom it concerns and ends by itself.
 */
export type MinorMember = {
  readonly id: MemberId;
  readonly until: Date;
  readonly notedBy: string;
  readonly notedAt: Date;
  readonly version: number;
};

/** What holds for members who have set nothing. */
export function settingOf(id: MemberId): HelpSetting {
  return { id, contactLine: undefined, showsThanks: false, version: 1 };
}

/** Checks a contact line; an empty one takes it out. */
export function checkContactLine(line: string): Result<string | undefined, ValidationError> {
  return new FieldChecks().text('contactLine', line, { min: 0, max: 120 }).finish(line.trim() || undefined);
}

/** How long somebody can be under 18 for at most, in milliseconds: nobody younger than 14 studies here. */
export const minorMaxMs = 4 * 366 * 86_400_000;

/** Checks until when somebody is under age. */
export function checkMinorUntil(until: Date, now: Date): Result<Date, ValidationError> {
  const ahead = until.getTime() - now.getTime();
  return new FieldChecks()
    .that(ahead > 0 && ahead <= minorMaxMs, 'until', 'OUT_OF_RANGE', 'Give a day in the next four years.')
    .finish(until);
}
