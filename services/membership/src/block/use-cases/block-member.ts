import { err, FieldChecks, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { partByBlock } from '../../circle/use-cases/part-by-block.js';
import type { Deps } from '../../deps.js';
import { endByBlock } from '../../connection/connection.js';
import { connectionPolicy } from '../../connection/connection.policy.js';
import { saveConnection } from '../../connection/use-cases/save-connection.js';
import { endHelpBetween } from '../../help-match/use-cases/end-help-between.js';
import type { MemberId } from '../../member/member.js';
import { canSeeField } from '../../member/member.policy.js';
import type { Block } from '../block.js';
import { pairFacts } from '../block-facts.js';

/**
 * Blocks a member, and ends without a word what is between the two. A request of theirs goes on waiting in their eyes.
 * Being blocked already by the member changes nothing in the answer.
 */
export function blockMember({ transaction, clock }: Deps, actor: Actor, { memberId }: { readonly memberId: MemberId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const self = memberOf(actor);
    if (self === undefined || !connectionPolicy.canAsk(actor)) return err(notAllowed('BLOCK', 'Member'));
    const other = new FieldChecks()
      .that(memberId !== self, 'memberId', 'CONTRADICTION', 'Choose somebody else than yourself.')
      .finish(memberId);
    if (!other.ok) return other;
    const [seen] = await unit.members.listVisible(actor, [memberId]);
    if (seen === undefined) return err(notFound('Member'));
    await unit.connections.lockPair(self, memberId);
    for (const connection of await unit.connections.listBetween(self, memberId, now)) {
      const ended = endByBlock(connection, self, now);
      if (ended.status !== connection.status) await saveConnection(unit, ended);
    }
    await endHelpBetween(unit, { by: self, other: memberId, now });
    const mayName = canSeeField(actor, seen.member, 'displayName', seen.standing);
    const block: Block = {
      blockerId: self,
      blockedId: memberId,
      since: now,
      knownAs: mayName ? seen.member.displayName : undefined,
    };
    await partByBlock(unit, { blockerId: self, blockedId: memberId, now });
    await unit.blocks.add(block);
    // Told of the pair, not of who wants it. A second block between the same two is told as well: whoever is blocked already
    // would else be answered with a statement less.
    await unit.outbox.append('BlockStood', ...pairFacts(self, memberId));
    return ok(block);
  });
}
