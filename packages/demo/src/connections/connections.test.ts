import { describe, expect, it } from '@jest/globals';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoConnections } from './connections.js';

const options = { anchor: new Date('2026-03-02T09:00:00Z'), size: 'full' } as const;
const union = planDemoUnion(options);
const { connections, blocks, discoverability } = planDemoConnections(union, options);
const made = connections.filter(({ status }) => status === 'CONNECTED');

describe('who knows whom in the demo union', () => {
  it('is at most one thing per pair of two active members', () => {
    const active = new Set(union.members.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id));
    const pairs = [
      ...connections.filter(({ status }) => status !== 'SILENT').map((row) => [row.requesterId, row.addresseeId]),
      ...blocks.map((row) => [row.blockerId, row.blockedId]),
    ];
    expect(pairs.every(([one, other]) => one !== other)).toBe(true);
    expect(pairs.flat().every((id) => id !== undefined && active.has(id))).toBe(true);
    expect(new Set(pairs.map((pair) => pair.toSorted().join(' '))).size).toBe(pairs.length);
  });

  it('follows a curve whose middle is about six and whose end is long', () => {
    const counts = new Map<string, number>();
    for (const { requesterId, addresseeId } of made)
      for (const id of [requesterId, addresseeId]) counts.set(id, (counts.get(id) ?? 0) + 1);
    const sorted = [...counts.values()].toSorted((one, other) => one - other);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeGreaterThanOrEqual(5);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(7);
    expect(sorted.at(-1)).toBeGreaterThan(60);
  });

  it('was made after both joined and before the anchor', () => {
    const joined = new Map(union.members.map(({ id, joinedAt }) => [id, joinedAt]));
    const early = made.filter(
      ({ requesterId, addresseeId, connectedAt }) =>
        connectedAt === undefined ||
        connectedAt > options.anchor ||
        connectedAt < (joined.get(requesterId) ?? options.anchor) ||
        connectedAt < (joined.get(addresseeId) ?? options.anchor),
    );
    expect(early).toEqual([]);
  });

  it('lets Ada know Rosa and be asked by somebody, and Uma block somebody', () => {
    const { ada, rosa, uma } = demoMembers;
    expect(
      made.some(({ requesterId, addresseeId }) => requesterId === ada.memberId && addresseeId === rosa.memberId),
    ).toBe(true);
    expect(
      connections.filter(({ addresseeId, status }) => addresseeId === ada.memberId && status === 'REQUESTED'),
    ).toHaveLength(1);
    expect(blocks.filter(({ blockerId }) => blockerId === uma.memberId)).toHaveLength(1);
    expect(discoverability.length).toBeGreaterThan(1000);
  });

  it('is the same for the same anchor and size', () => {
    const small = { ...options, size: 'small' } as const;
    const again = planDemoConnections(planDemoUnion(small), small);
    expect(planDemoConnections(planDemoUnion(small), small)).toEqual(again);
  });
});
