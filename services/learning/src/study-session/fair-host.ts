/* Whose turn it is to host: the turn goes to whoever hosted least, so that nobody has to be asked and nobody is forgotten. */
import type { Id } from '@guildhall/kernel';

/** Somebody with a seat, and what they host or hosted in this group. */
export type HostTurn = {
  readonly memberId: Id<'Member'>;
  readonly hosted: number;
  readonly lastHostedAt: Date | undefined;
  readonly seatedAt: Date;
};

/** Whoever hosted least often; among those whose turn was longest ago, then who came first. Nothing when nobody is there. */
export function fairHost(turns: readonly HostTurn[]): Id<'Member'> | undefined {
  return [...turns].sort(compareTurns)[0]?.memberId;
}

/** The turns after somebody was given a session. */
export function afterTurn(turns: readonly HostTurn[], memberId: Id<'Member'>, at: Date): readonly HostTurn[] {
  return turns.map((turn) =>
    turn.memberId === memberId
      ? { ...turn, hosted: turn.hosted + 1, lastHostedAt: laterOf(turn.lastHostedAt, at) }
      : turn,
  );
}

function laterOf(one: Date | undefined, other: Date): Date {
  return one !== undefined && one > other ? one : other;
}

function compareTurns(one: HostTurn, other: HostTurn): number {
  return (
    one.hosted - other.hosted ||
    (one.lastHostedAt?.getTime() ?? 0) - (other.lastHostedAt?.getTime() ?? 0) ||
    one.seatedAt.getTime() - other.seatedAt.getTime() ||
    (one.memberId < other.memberId ? -1 : 1)
  );
}
