/*
 * A position that another contest of an election can be for. It is no thing of its own: an office as the returning
 * officer chooses it, with the course it speaks for. Owner: membership.
 */
import type { ConstituencyId } from '../constituency/constituency.js';
import type { PositionId } from '../group/mandate.js';

/** A position, and the course whose students elect it. */
export type ElectablePosition = {
  readonly positionId: PositionId;
  readonly constituencyId: ConstituencyId | undefined;
};
