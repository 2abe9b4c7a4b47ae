import type { HelpUnit } from '../../help-request/use-cases/open-request.js';
import type { MemberId } from '../../member/member.js';
import type { HelpMatch } from '../help-match.js';

/** Opens the conversation of each match between the requester and the helper. */
export async function openConversations(
  { conversations }: Pick<HelpUnit, 'conversations'>,
  matches: readonly HelpMatch[],
  requesterId: MemberId,
): Promise<void> {
  for (const { id, helperId } of matches)
    await conversations.openFor({ kind: 'HELP', sourceId: id, members: [requesterId, helperId] });
}

/** Closes the conversations of matches; what was said stays readable to both. */
export async function closeConversations(
  { conversations }: Pick<HelpUnit, 'conversations'>,
  matches: readonly HelpMatch[],
): Promise<void> {
  for (const { id } of matches) await conversations.close('HELP', id);
}
