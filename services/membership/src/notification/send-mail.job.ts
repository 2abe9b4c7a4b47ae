import { afterQuietHours, mailAttemptsMax, nextAttempt, ok } from '@guildhall/kernel';
import type { Handover, Mail } from '@guildhall/mail';
import type { Deps, MailDeps } from '../deps.js';
import type { MemberId } from '../member/member.js';
import { mailAbout, mailWithCode, type ClaimedMail } from './mail.js';
import { topicOf } from './reason.js';
import { codeText, isReachable, unsubscribeText, type NotificationSettings } from './settings.js';

/** What sending starts from; `due` is the instant the mail was meant for. */
export type SendMail = { readonly memberId: MemberId; readonly due: Date };

type Outgoing = { readonly mail: Mail; readonly claimed: readonly ClaimedMail[] };

/**
 * Mails what is due to a member, all of it in one mail, as the platform. The rows are marked as being sent in a
 * transaction of its own before the server gets the mail, and a marked row is never sent again: a process that dies in
 * between loses the mail, which the inbox makes good, and never doubles it.
 */
export async function sendMail(deps: Deps, { memberId, due }: SendMail): Promise<void> {
  const { mail: mailDeps, transaction, clock } = deps;
  if (mailDeps === undefined) return;
  const outgoing = await claim(deps, mailDeps, { memberId, due });
  if (outgoing === undefined) return;
  const handover = await mailDeps.mailer.send(outgoing.mail);
  const settled = await transaction(async ({ notificationMails, notificationSettings }) => {
    const now = clock.now();
    const { again, given } = sortOut(outgoing.claimed, handover);
    if (given.length > 0)
      await notificationMails.settle(given, handover.kind === 'LATER' ? 'FAILED' : handover.kind, now);
    if (again.length > 0) {
      const attempts = Math.max(...again.map((mail) => mail.attempts));
      await notificationMails.postpone(memberId, again, nextAttempt(attempts, now));
    }
    if (handover.kind === 'BOUNCED') await notificationSettings.countBounce(memberId);
    return ok(undefined);
  });
  if (!settled.ok) throw new Error('what became of a mail could not be written down');
}

async function claim(
  { transaction, clock, campusZone }: Deps,
  mailDeps: MailDeps,
  { memberId, due }: SendMail,
): Promise<Outgoing | undefined> {
  const claimed = await transaction(async ({ notificationMails, notificationSettings }) => {
    const now = clock.now();
    // The instant it was meant for, or now when the job is late: neither may lie in quiet hours.
    const at = due > now ? due : now;
    const found = await notificationMails.listDue(memberId, at);
    if (found.length === 0) return ok(undefined);
    const settings = await notificationSettings.read(memberId);
    const wanted = isReachable(settings) ? found.filter((mail) => isWanted(mail, settings)) : [];
    const dropped = found.filter((mail) => !wanted.includes(mail));
    if (dropped.length > 0) await notificationMails.settle(dropped, 'DROPPED', now);
    if (wanted.length === 0) return ok(undefined);
    const from = afterQuietHours(at, settings, campusZone);
    if (from > at) {
      await notificationMails.postpone(memberId, wanted, from);
      return ok(undefined);
    }
    const mail = compose(mailDeps, settings, wanted);
    return ok({ mail, claimed: await notificationMails.claim(wanted) });
  });
  if (!claimed.ok) throw new Error('another writer was first');
  return claimed.value;
}

/** Somebody may have chosen otherwise since the mail fell due. */
function isWanted({ reason }: ClaimedMail, { preferences }: NotificationSettings): boolean {
  return preferences.find(({ topic }) => topic === topicOf(reason))?.mail !== 'NEVER';
}

function compose(
  { signer, portalUrl }: MailDeps,
  { memberId, secret, language, address }: NotificationSettings,
  mails: readonly ClaimedMail[],
): Mail {
  const token = `${memberId}.${signer.sign(secret, unsubscribeText(memberId))}`;
  const places = {
    inbox: `${portalUrl}/notices`,
    settings: `${portalUrl}/settings/notifications`,
    stop: `${portalUrl}/stop-mail?t=${token}`,
  };
  const reasons = mails.map(({ reason }) => reason);
  return {
    ...mailAbout(reasons, language, places),
    to: address ?? '',
    messageId: `notification-${mails[0]?.notificationId ?? memberId}`,
    unsubscribeUrl: places.stop,
  };
}

function sortOut(
  claimed: readonly ClaimedMail[],
  { kind }: Handover,
): { readonly again: readonly ClaimedMail[]; readonly given: readonly ClaimedMail[] } {
  const again = kind === 'LATER' ? claimed.filter(({ attempts }) => attempts < mailAttemptsMax) : [];
  return { again, given: claimed.filter((mail) => !again.includes(mail)) };
}

/**
 * Mails the code that confirms an address; `until` names the wish it belongs to, so that a job that comes late sends
 * nothing for a newer one. Throws while the server is away, and the queue tries again.
 */
export async function sendCode(
  { mail: mailDeps, transaction, clock }: Deps,
  { memberId, until }: { readonly memberId: MemberId; readonly until: string },
): Promise<void> {
  if (mailDeps === undefined) return;
  const read = await transaction(async ({ notificationSettings }) => ok(await notificationSettings.read(memberId)));
  if (!read.ok) throw new Error('the settings could not be read');
  const { proposed, secret, language } = read.value;
  if (proposed === undefined || proposed.until.toISOString() !== until || proposed.until <= clock.now()) return;
  const code = mailDeps.signer.code(secret, codeText(proposed));
  const { kind } = await mailDeps.mailer.send({
    ...mailWithCode(code, language),
    to: proposed.address,
    messageId: `code-${mailDeps.signer.sign(secret, `message/${until}`)}`,
  });
  if (kind === 'LATER') throw new Error('the mail server is away');
}
