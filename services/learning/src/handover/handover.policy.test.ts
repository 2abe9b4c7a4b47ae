import { describe, expect, it } from '@jest/globals';
import { toId, type Actor } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { handoverLifecycle, type HandoverCapsule, type HandoverCapsuleAction } from './handover-capsule.js';
import { handoverPolicy, visibleCapsules, type HandoverRole } from './handover.policy.js';

const groupId = toId<'Group'>('018f0000-0000-7000-8000-00000000000c');
const otherId = toId<'Member'>('018f0000-0000-7000-8000-00000000000b');
const stranger = toId<'Member'>('018f0000-0000-7000-8000-00000000000e');
const at = new Date('2026-05-01T09:00:00.000Z');
const capsule = (changes: Partial<HandoverCapsule>): HandoverCapsule => ({
  id: toId('018f0000-0000-7000-8000-000000000001'),
  mandateId: toId('018f0000-0000-7000-8000-000000000002'),
  predecessorId: undefined,
  electionId: toId('018f0000-0000-7000-8000-000000000003'),
  positionId: undefined,
  kind: 'PRESIDENT',
  groupId,
  constituencyId: undefined,
  successorId: stranger,
  outgoingIds: [authorId],
  status: 'SHADOWING',
  openedAt: at,
  startsAt: at,
  endsAt: at,
  dueAt: at,
  filledAt: at,
  shadowingAt: at,
  acceptedAt: undefined,
  sealedAt: undefined,
  forgottenAt: undefined,
  lateToldAt: undefined,
  rulesVersion: 1,
  version: 1,
  ...changes,
});
const handing = capsule({});
const taking = capsule({ successorId: authorId, outgoingIds: [stranger] });

const outgoing: readonly HandoverCapsuleAction[] = ['WRITE', 'HAND_OVER', 'ANSWER'];
const successor: readonly HandoverCapsuleAction[] = ['START_SHADOWING', 'TICK', 'ASK', 'ACCEPT'];
const platform: readonly HandoverCapsuleAction[] = ['REMIND', 'ALERT', 'SEAL', 'FORGET'];
type Row = readonly [string, readonly HandoverCapsuleAction[], HandoverRole | undefined];

/** What each role may do about a handover by `authorId`, or to them: an office gives no right over somebody else's. */
const rows: readonly Row[] = [
  ['anonymous', [], undefined],
  ['machine', [], undefined],
  ['staff', [], undefined],
  ['member', [], undefined],
  ['president', [], 'WATCHER'],
  ['rep', [], undefined],
  ['officer', [], 'WATCHER'],
  ['author', outgoing, 'OUTGOING'],
  ['authorRep', outgoing, 'OUTGOING'],
  ['authorOfficer', outgoing, 'OUTGOING'],
  ['system', platform, 'WATCHER'],
];
const actorOf = (name: string): Actor => actors[name] ?? actors['anonymous'] ?? { kind: 'anonymous' };
const granted = (actor: Actor, of: HandoverCapsule): readonly HandoverCapsuleAction[] =>
  handoverLifecycle.actions.filter((action) => handoverPolicy.can(actor, action, of));

describe('rights over a handover', () => {
  it('name every role', () => {
    expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(actors).sort());
  });

  it.each(rows)('give %s what the table says', (name, actions, role) => {
    expect([...granted(actorOf(name), handing)].sort()).toEqual([...actions].sort());
    expect(handoverPolicy.roleOf(actorOf(name), handing)).toBe(role);
  });

  it('give whoever takes over theirs', () => {
    expect([...granted(actorOf('author'), taking)].sort()).toEqual([...successor].sort());
    expect(handoverPolicy.roleOf(actorOf('authorOfficer'), taking)).toBe('SUCCESSOR');
  });

  it('let the two parties read, and no office', () => {
    for (const [name, , role] of rows) {
      expect([name, handoverPolicy.canRead(actorOf(name), handing)]).toEqual([name, role === 'OUTGOING']);
      expect([name, handoverPolicy.canSeeProgress(actorOf(name), handing)]).toEqual([name, role === 'OUTGOING']);
    }
  });

  it('let whoever takes over read from the moment it is handed over', () => {
    const open = { ...taking, status: 'OPEN' as const, filledAt: undefined };
    expect(handoverPolicy.canRead(actorOf('author'), open)).toBe(false);
    expect(handoverPolicy.canSeeProgress(actorOf('author'), open)).toBe(true);
    expect(handoverPolicy.canRead(actorOf('author'), taking)).toBe(true);
  });

  it('let officers see where those of their group stand, and union officers all', () => {
    expect(visibleCapsules(actorOf('officer'))).toBe('all');
    expect(visibleCapsules(actorOf('president'))).toEqual({ memberId: otherId, groupIds: [groupId] });
    expect(visibleCapsules(actorOf('anonymous'))).toEqual({ memberId: undefined, groupIds: [] });
    expect(
      ['officer', 'president', 'rep', 'member', 'staff'].map((name) => handoverPolicy.canWatch(actorOf(name))),
    ).toEqual([true, true, false, false, false]);
  });
});
