import type { MemberId } from '../member/member.js';

/** What other services hear of a block: the pair in an order of its own, so that nobody can tell who wants it. */
export function pairFacts(
  a: MemberId,
  b: MemberId,
): readonly [string, { readonly oneId: MemberId; readonly otherId: MemberId }] {
  const [oneId, otherId] = a < b ? [a, b] : [b, a];
  return [`${oneId}:${otherId}`, { oneId, otherId }];
}
