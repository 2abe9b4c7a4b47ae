import { systemActor, toId, type Actor, type Id } from '@guildhall/kernel';
import type { Repositories } from '../deps.js';
import { openConversations, closeConversations } from '../help-match/use-cases/match-conversations.js';
import { contactOpenIn } from '../help-match/help-match.js';
import type { ModeratedSubject, ModeratedWords, ModerationUnit } from '../moderation/moderated.subject.js';
import { moderationTask } from '../post/post-scope.js';
import { step, type HelpAction, type HelpFacts, type HelpRequest, type HelpStatus } from './help-request.js';
import { awaitDeadline, awaitSilence } from './use-cases/open-request.js';

const moderator = systemActor(moderationTask);

const wordsOf = (request: HelpRequest): ModeratedWords => ({
  id: request.id,
  authorId: request.requesterId,
  groupId: undefined,
  words: `${request.title}\n\n${request.words}`,
  language: request.language,
  writtenAt: request.postedAt ?? request.draftedAt,
  place: { kind: 'HELP_REQUEST', id: request.id },
});

const reportable = ({ status }: HelpRequest): boolean =>
  status !== 'DRAFT' && status !== 'HELD' && status !== 'REMOVED';

/** What asked until its deadline can be reported until it is closed, so no clock decides what is found here. */
const anyTime = new Date(0);

/** How requests for help are moderated: held they are hidden and contact closes, restored they stand where they stood. */
export const helpRequestSubject: ModeratedSubject = {
  async findReadable({ helpRequests }: Repositories, actor: Actor, id: Id<string>) {
    const [request] = await helpRequests.listVisible(actor, [toId(id)], anyTime);
    return request === undefined || !reportable(request) ? null : wordsOf(request);
  },

  async findLocked(unit: ModerationUnit, id: Id<string>) {
    const facts = await find(unit, id);
    return facts === null || facts.request.status === 'DRAFT' ? null : wordsOf(facts.request);
  },

  list: async ({ helpRequests }: Repositories, ids: readonly Id<string>[]) =>
    (
      await helpRequests.listVisible(
        moderator,
        ids.map((id) => toId(id)),
        anyTime,
      )
    ).map(wordsOf),

  hold: (unit, id, now) => move(unit, id, { action: 'HOLD', now }),
  restore: (unit, id, now) => move(unit, id, { action: 'RESTORE', now }),
  remove: (unit, id, { reason, now }) => move(unit, id, { action: 'REMOVE', now, reason }),
};

const find = ({ helpRequests }: ModerationUnit, id: Id<string>): Promise<HelpFacts | null> =>
  helpRequests.findFactsLocked(moderator, toId(id), anyTime);

type Move = {
  readonly action: Extract<HelpAction, 'HOLD' | 'RESTORE' | 'REMOVE'>;
  readonly now: Date;
  readonly reason?: string;
};

async function move(unit: ModerationUnit, id: Id<string>, { action, now, reason }: Move): Promise<void> {
  const facts = await find(unit, id);
  if (facts === null) throw new Error('a moderated request was found before');
  const { request } = facts;
  const origin: HelpStatus = request.heldFrom ?? request.status;
  const moved = step(facts, action, now, action === 'RESTORE' ? origin : undefined);
  if (!moved.ok) throw new Error(`${action} is not possible while ${moved.error.state}`);
  if (action === 'RESTORE') return bringBack(unit, facts, moved.value);
  const statusReason = reason ?? request.statusReason;
  await unit.helpRequests.save({ ...moved.value, heldFrom: origin, statusReason });
  if (contactOpenIn.includes(origin)) await closeConversations(unit, facts.helpers);
}

/** Opens contact again and lets happen what became due meanwhile and was passed over. */
async function bringBack(unit: ModerationUnit, before: HelpFacts, request: HelpRequest): Promise<void> {
  // Why it was removed is over with the removal; why its author called it off is not over with a hold.
  const statusReason = before.request.status === 'REMOVED' ? undefined : request.statusReason;
  const saved = await unit.helpRequests.save({ ...request, heldFrom: undefined, statusReason });
  if (contactOpenIn.includes(saved.status)) await openConversations(unit, before.helpers, saved.requesterId);
  await awaitDeadline(unit, saved);
  if (saved.status === 'DONE_CLAIMED') await awaitSilence(unit, saved);
}
