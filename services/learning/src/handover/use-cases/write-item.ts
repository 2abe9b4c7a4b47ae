import { actorKey, conflict, err, limitReached, memberOf, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { HandoverCapsuleId } from '../handover-capsule.js';
import { checkContent, type HandoverItemId, type HandoverSection, type ItemContent } from '../handover-item.js';
import { currentHandoverRules } from '../handover-rules.js';
import { openCapsule, openItem } from './open-capsule.js';

/** What to write where. */
export type AddHandoverItem = {
  readonly capsuleId: HandoverCapsuleId;
  readonly section: HandoverSection;
  readonly content: ItemContent;
  readonly idempotencyKey: string | undefined;
};

/** Writes something down for whoever takes over; twice with one key is once. */
export function addHandoverItem({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: AddHandoverItem) {
  const { idempotencyKey: key, ...rest } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'addHandoverItem', input: rest },
    async ({ handoverContents }, id) => handoverContents.findItem(id as HandoverItemId),
    async (unit) => {
      const { capsuleId, section, content } = rest;
      const facts = await openCapsule(unit, actor, { capsuleId, action: 'WRITE' }, clock.now());
      if (!facts.ok) return facts;
      const checked = checkContent(content);
      if (!checked.ok) return checked;
      const { itemsMax } = currentHandoverRules;
      if (facts.value.sections.reduce((sum, { count }) => sum + count, 0) >= itemsMax)
        return err(limitReached('This handover holds as much as it can. Put some of it together.', itemsMax));
      await unit.handoverContents.setNothing(capsuleId, section, false);
      return ok(
        await unit.handoverContents.addItem({
          ...checked.value,
          id: ids.ordered(),
          capsuleId,
          section,
          authorId: memberOf(actor),
          tickedAt: undefined,
          version: 1,
        }),
      );
    },
  );
}

/** What to change, and which version was changed. */
export type EditHandoverItem = {
  readonly itemId: HandoverItemId;
  readonly version: number;
  readonly content: ItemContent;
};

/** Changes what was written down. Whoever takes over ticks it anew, because it may say something else now. */
export function editHandoverItem({ transaction, clock }: Deps, actor: Actor, input: EditHandoverItem) {
  return transaction(async (unit) => {
    const opened = await openItem(unit, actor, { itemId: input.itemId, action: 'WRITE' }, clock.now());
    if (!opened.ok) return opened;
    const { item } = opened.value;
    const checked = checkContent(input.content);
    if (!checked.ok) return checked;
    if (item.version !== input.version) return err(conflict('Somebody changed this meanwhile. Read it again first.'));
    const edited = { ...item, ...checked.value, authorId: memberOf(actor), tickedAt: undefined };
    return ok(await unit.handoverContents.saveItem(edited));
  });
}

/** Takes back what was written down. */
export function removeHandoverItem(
  { transaction, clock }: Deps,
  actor: Actor,
  { itemId }: { readonly itemId: HandoverItemId },
) {
  return transaction(async (unit) => {
    const opened = await openItem(unit, actor, { itemId, action: 'WRITE' }, clock.now());
    if (!opened.ok) return opened;
    await unit.handoverContents.removeItem(itemId);
    return ok(opened.value.facts.capsule);
  });
}

/** Which part, and whether there is nothing to write in it. */
export type SetHandoverSection = {
  readonly capsuleId: HandoverCapsuleId;
  readonly section: HandoverSection;
  readonly hasNothing: boolean;
};

/** Says that there is nothing to write in a part, so that an empty one is meant and not forgotten. */
export function setHandoverSection({ transaction, clock }: Deps, actor: Actor, input: SetHandoverSection) {
  return transaction(async (unit) => {
    const { capsuleId, section, hasNothing } = input;
    const facts = await openCapsule(unit, actor, { capsuleId, action: 'WRITE' }, clock.now());
    if (!facts.ok) return facts;
    const { count = 0 } = facts.value.sections.find((one) => one.section === section) ?? {};
    if (hasNothing && count > 0) return err(conflict('There is something written in this part.'));
    await unit.handoverContents.setNothing(capsuleId, section, hasNothing);
    return ok(facts.value.capsule);
  });
}

/** What to tick. */
export type TickHandoverItem = { readonly itemId: HandoverItemId; readonly isTicked: boolean };

/** Ticks something as taken on, or takes the tick back. */
export function tickHandoverItem({ transaction, clock }: Deps, actor: Actor, { itemId, isTicked }: TickHandoverItem) {
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openItem(unit, actor, { itemId, action: 'TICK' }, now);
    if (!opened.ok) return opened;
    const { item } = opened.value;
    if ((item.tickedAt !== undefined) === isTicked) return ok(item);
    return ok(await unit.handoverContents.saveItem({ ...item, tickedAt: isTicked ? now : undefined }));
  });
}
