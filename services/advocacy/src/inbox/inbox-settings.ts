/*
 * How somebody wants to hear of case matters by mail: to which address, of what, not at which hours. The address is given
 * here, never taken from the register, and sealed. Life: made at the first change; an address that cannot be reached is left alone.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import { noticeKinds, type NoticeKind } from './notice.js';

/** The languages that mail is written in. */
export const mailLanguages = ['en', 'zh-CN'] as const;

/** One language of mail. */
export type MailLanguage = (typeof mailLanguages)[number];

/** What somebody chose; hours are those of the campus zone, and equal hours mean no quiet time. */
export type InboxChoices = {
  readonly mailKinds: readonly NoticeKind[];
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly language: MailLanguage;
};

/** The choices of one inbox, without the address. */
export type InboxSettings = InboxChoices & {
  readonly id: Id<'InboxSettings'>;
  /** How often mail to the present address was refused for good. */
  readonly bounces: number;
  readonly version: number;
};

/** After so many refusals mail to an address stops until its owner gives it again. */
export const bouncesMax = 3;

/** What holds until somebody chooses: mail about everything once there is an address, none at night. */
export const defaultChoices: InboxChoices = { mailKinds: noticeKinds, quietFrom: 21, quietUntil: 8, language: 'en' };

/** A wish to change the settings; an empty address means no mail, a missing one leaves it as it is. */
export type InboxChange = InboxChoices & { readonly address: string | undefined };

/** One address with a name before and a host after the sign; what a mail server takes is for the server to say. */
const addressPattern = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,185}\.[^\s@<>,;:"()[\]\\.]{2,63}$/;

/** Checks a wish. */
export function checkInboxChange(change: InboxChange): Result<InboxChange, ValidationError> {
  const address = change.address?.trim();
  const hours = { min: 0, max: 23 };
  return new FieldChecks()
    .that(
      address === undefined || address === '' || addressPattern.test(address),
      'address',
      'BAD_FORMAT',
      'Give one mail address, or none.',
    )
    .whole('quietFrom', change.quietFrom, hours)
    .whole('quietUntil', change.quietUntil, hours)
    .finish({ ...change, address, mailKinds: [...new Set(change.mailKinds)] });
}

/** The first instant from `at` on that lies in no quiet hour of the campus zone. */
export function afterQuietHours(
  at: Date,
  { quietFrom, quietUntil }: Pick<InboxChoices, 'quietFrom' | 'quietUntil'>,
  zone: string,
): Date {
  if (quietFrom === quietUntil) return at;
  const isQuiet = (instant: Date): boolean => {
    const hour = campusHour(instant, zone);
    return quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
  };
  // Quarter hours, because campus zones begin their hours at such; a day has 96, and one more where clocks are put back.
  const quarterMs = 15 * 60_000;
  let instant = at;
  for (let steps = 0; isQuiet(instant) && steps < 110; steps += 1)
    instant = new Date((Math.floor(instant.getTime() / quarterMs) + 1) * quarterMs);
  return instant;
}

function campusHour(instant: Date, zone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(instant),
  );
}
