import { afterQuietHours, bouncesMax, mailAttemptsMax, nextAttempt, ok, type Id } from '@guildhall/kernel';
import type { Handover, Mail } from '@guildhall/mail';
import type { Deps } from '../deps.js';
import { mailAbout, type ClaimedMail } from './mail.js';
import { kindOf } from './notice.js';

/** What sending starts from; `due` is the instant the mail was meant for. */
export type SendNotice = { readonly noticeId: Id<'Notice'>; readonly due: Date };

type Outgoing = {
  readonly mail: Mail;
  readonly claimed: readonly ClaimedMail[];
  readonly settingsId: Id<'InboxSettings'>;
};

/**
 * Mails what is due to one recipient, as the platform. The mail is marked as being sent in a transaction of its own before
 * the server gets it, and a marked mail is never sent again: a crash in between loses the mail and never doubles it.
 */
export async function sendNotice(deps: Deps, { noticeId, due }: SendNotice): Promise<void> {
  const { mailer, transaction, clock } = deps;
  if (mailer === undefined) return;
  const outgoing = await claim(deps, { noticeId, due });
  if (outgoing === undefined) return;
  const handover = await mailer.send(outgoing.mail);
  const settled = await transaction(async ({ inboxSettings, mails }) => {
    const now = clock.now();
    const { again, given } = sortOut(outgoing.claimed, handover);
    if (given.length > 0) await mails.settle(given, handover.kind === 'LATER' ? 'FAILED' : handover.kind, now);
    for (const { noticeId: id, attempts } of again) await mails.postpone([id], nextAttempt(attempts, now));
    if (handover.kind === 'BOUNCED') await inboxSettings.countBounce(outgoing.settingsId);
    return ok(undefined);
  });
  if (!settled.ok) throw new Error('what became of a mail could not be written down');
}

async function claim(
  { transaction, clock, campusZone, vault, mailLinks }: Deps,
  { noticeId, due }: SendNotice,
): Promise<Outgoing | undefined> {
  const claimed = await transaction(async ({ inboxSettings, mails }) => {
    const now = clock.now();
    const found = await mails.findDue(noticeId);
    if (found === undefined) return ok(undefined);
    const { to, reason } = found;
    const settings = await inboxSettings.read(to);
    const { address } = settings;
    if (address === undefined || settings.bounces >= bouncesMax || !settings.mailKinds.includes(kindOf(reason))) {
      await mails.settle([noticeId], 'DROPPED', now);
      return ok(undefined);
    }
    // The instant it was meant for, or now when the job is late: neither may lie in quiet hours.
    const at = due > now ? due : now;
    const from = afterQuietHours(at, settings, campusZone);
    if (from > at) {
      await mails.postpone([noticeId], from);
      return ok(undefined);
    }
    const mail = mailAbout({
      noticeDigest: vault.digest(noticeId),
      kind: to.kind,
      address,
      language: settings.language,
      links: mailLinks,
    });
    return ok({ mail, claimed: await mails.claim(noticeId, to, at), settingsId: settings.id });
  });
  if (!claimed.ok) throw new Error('another writer was first');
  return claimed.value;
}

function sortOut(
  claimed: readonly ClaimedMail[],
  { kind }: Handover,
): { readonly again: readonly ClaimedMail[]; readonly given: readonly Id<'Notice'>[] } {
  const again = kind === 'LATER' ? claimed.filter(({ attempts }) => attempts < mailAttemptsMax) : [];
  const given = claimed.filter((mail) => !again.includes(mail)).map(({ noticeId }) => noticeId);
  return { again, given };
}
