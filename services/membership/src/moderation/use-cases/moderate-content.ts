import { err, memberOf, notAllowed, notFound, type Actor, type IdSource } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ModerationUnit } from '../moderated.subject.js';
import { moderatedSubjects } from '../moderated.subjects.js';
import { checkReason, type Subject } from '../moderation.js';
import { moderationPolicy } from '../moderation.policy.js';
import { carryOut } from './decide.js';
import { newItem } from './file-report.js';

/** What a moderator does, without a report, to which thing, and why. */
export type ModerateContent = {
  readonly subject: Subject;
  readonly decision: 'HOLD' | 'REMOVE';
  readonly reason: string;
};

/** Holds or removes at once what a moderator reads: officers in their group, union officers in the campus space. */
export function moderateContent({ transaction, clock, ids }: Deps, actor: Actor, input: ModerateContent) {
  return transaction((unit) => moderate(unit, { actor, ids, now: clock.now() }, input));
}

/** The same in the transaction of whoever calls it. */
export async function moderate(
  unit: ModerationUnit,
  { actor, ids, now }: { readonly actor: Actor; readonly ids: IdSource; readonly now: Date },
  { subject, decision, reason }: ModerateContent,
) {
  const readable = (await moderatedSubjects[subject.kind]?.findReadable(unit, actor, subject.id)) ?? null;
  const by = memberOf(actor);
  if (readable === null) return err(notFound('Content'));
  if (by === undefined || !moderationPolicy.canModerate(actor, readable)) return err(notAllowed(decision, 'Content'));
  const words = checkReason(reason);
  if (!words.ok) return words;
  const item = await unit.reports.lock(newItem(ids, { subject, readable, now }));
  const own = (await unit.reports.recordOf(by, item.id, now)).isLive;
  // Nobody decides about their own report.
  if (own) return err(notAllowed(decision, 'Content'));
  return carryOut(unit, ids, { item, decided: { decision, reason: words.value, by, at: now } });
}
