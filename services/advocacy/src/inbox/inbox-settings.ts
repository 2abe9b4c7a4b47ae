/*
 * How somebody wants to hear of case matters by mail: to which address, of what, not at which hours. The address is given
 * here, never taken from the register, and sealed. Life: made at the first change; an address that cannot be reached is left alone.
 */
import {
  FieldChecks,
  isMailAddress,
  type Id,
  type MailLanguage,
  type QuietHours,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { noticeKinds, type NoticeKind } from './notice.js';

/** What somebody chose; hours are those of the campus zone, and equal hours mean no quiet time. */
export type InboxChoices = QuietHours & {
  readonly mailKinds: readonly NoticeKind[];
  readonly language: MailLanguage;
};

/** The choices of one inbox, without the address. */
export type InboxSettings = InboxChoices & {
  readonly id: Id<'InboxSettings'>;
  /** How often mail to the present address was refused for good. */
  readonly bounces: number;
  readonly version: number;
};

/** What holds until somebody chooses: mail about everything once there is an address, none at night. */
export const defaultChoices: InboxChoices = { mailKinds: noticeKinds, quietFrom: 21, quietUntil: 8, language: 'en' };

/** A wish to change the settings; an empty address means no mail, a missing one leaves it as it is. */
export type InboxChange = InboxChoices & { readonly address: string | undefined };

/** Checks a wish. */
export function checkInboxChange(change: InboxChange): Result<InboxChange, ValidationError> {
  const address = change.address?.trim();
  const hours = { min: 0, max: 23 };
  return new FieldChecks()
    .that(
      address === undefined || address === '' || isMailAddress(address),
      'address',
      'BAD_FORMAT',
      'Give one mail address, or none.',
    )
    .whole('quietFrom', change.quietFrom, hours)
    .whole('quietUntil', change.quietUntil, hours)
    .finish({ ...change, address, mailKinds: [...new Set(change.mailKinds)] });
}
