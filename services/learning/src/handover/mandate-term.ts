/*
 * A mandate as learning heard of it: who holds which office from when to when, and with it who held the office before.
 * Life: none here. Owner: membership.
 */
import type { Id, PositionKind } from '@guildhall/kernel';

/** One mandate; `positionId` is absent where it was told before offices were named. */
export type MandateTerm = {
  readonly mandateId: Id<'Mandate'>;
  readonly memberId: Id<'Member'>;
  readonly groupId: Id<'Group'> | undefined;
  readonly kind: PositionKind;
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly positionId: Id<'Position'> | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Not of one that was given and waits for the training it asks for: nobody serves by it yet. */
  readonly hasBegun: boolean;
};

/** Somebody who holds an office of a group. */
export type OfficeHolder = Pick<MandateTerm, 'memberId' | 'kind' | 'endsAt'>;

/** An activity of a group, as activities told of it. */
export type GroupActivity = {
  readonly activityId: Id<'Activity'>;
  readonly groupId: Id<'Group'>;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isOpen: boolean;
};

/** Whether both mandates are of one office. Without its name an office of a kind in a group or constituency is taken for one. */
export function isSameOffice(one: MandateTerm, other: MandateTerm): boolean {
  if (one.positionId !== undefined && other.positionId !== undefined) return one.positionId === other.positionId;
  return one.kind === other.kind && one.groupId === other.groupId && one.constituencyId === other.constituencyId;
}

const latestFirst = (one: MandateTerm, other: MandateTerm): number =>
  other.endsAt.getTime() - one.endsAt.getTime() ||
  other.startsAt.getTime() - one.startsAt.getTime() ||
  (one.mandateId < other.mandateId ? -1 : 1);

/**
 * Who hands over to the holder of a mandate: the latest mandate of the office that began before it and is handed over to
 * nobody else. `'SELF'` when whoever takes over held it themselves; nothing when nobody did.
 */
export function predecessorOf(
  mandate: MandateTerm,
  others: readonly MandateTerm[],
  handedOver: ReadonlySet<Id<'Mandate'>>,
): MandateTerm | 'SELF' | undefined {
  const before = others
    .filter((other) => other.mandateId !== mandate.mandateId && isSameOffice(mandate, other))
    .filter((other) => other.hasBegun && other.startsAt < mandate.startsAt)
    .sort(latestFirst);
  const [latest] = before;
  if (latest === undefined) return undefined;
  // Of an office with several seats everybody of the last term counts as the latest.
  const lastTerm = before.filter((other) => other.endsAt.getTime() === latest.endsAt.getTime());
  if (lastTerm.some(({ memberId }) => memberId === mandate.memberId)) return 'SELF';
  return before.find((other) => !handedOver.has(other.mandateId) && other.memberId !== mandate.memberId);
}
