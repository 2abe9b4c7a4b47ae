import { randomBytes } from 'node:crypto';
import { createIdSource, type PositionKind } from '@guildhall/kernel';
import type { TestService } from '@guildhall/testing';
import { createRepositories, membership } from '../src/app.js';
import type { Connection } from '../src/connection/connection.js';
import type { Group, GroupId, GroupStatus } from '../src/group/group.js';
import type { Mandate, Position } from '../src/group/mandate.js';
import type { Post } from '../src/post/post.js';
import { defaultAudiences, type Member, type MemberId } from '../src/member/member.js';

export { membership };

const ids = createIdSource(
  () => Date.now(),
  (count) => randomBytes(count),
);
const start = new Date('2026-09-01T09:00:00.000Z');
const later = new Date('2027-07-01T09:00:00.000Z');

/** Writes the rows a test starts from, through the repositories. */
export class Fixture {
  constructor(private readonly test: TestService) {}

  /** An active member whose sign-in subject is `subject`. */
  async member(subject: string, changes: Partial<Member> = {}): Promise<Member> {
    const member: Member = {
      id: ids.ordered<'Member'>(),
      subject,
      studentNumber: `S-${subject}`,
      status: 'ACTIVE',
      statusReason: undefined,
      statusUntil: undefined,
      displayName: subject,
      pronouns: undefined,
      bio: undefined,
      faculty: 'Arts',
      programme: 'History',
      level: 'UNDERGRADUATE',
      year: 1,
      interests: [],
      skills: [],
      languages: ['en'],
      audiences: defaultAudiences,
      joinedAt: start,
      version: 1,
      ...changes,
    };
    if (!(await createRepositories(this.test.dataSource.manager).members.addUnlessKnown(member)))
      throw new Error(`${subject} exists already`);
    return member;
  }

  /** A group with the given active members. */
  async group(name: string, members: readonly MemberId[], status: GroupStatus = 'AFFILIATED'): Promise<Group> {
    const { groups } = createRepositories(this.test.dataSource.manager);
    const group: Group = {
      id: ids.ordered<'Group'>(),
      name,
      kind: 'SOCIETY',
      purpose: 'To try things together, every week.',
      status,
      foundedAt: start,
      joinPolicy: 'OPEN',
      parentId: undefined,
      dormantSince: undefined,
      dormantBecause: undefined,
      reaffiliationDueAt: undefined,
      version: 1,
    };
    await groups.addUnlessNameTaken(group);
    for (const memberId of members) {
      await groups.addMembership({
        id: ids.ordered(),
        groupId: group.id,
        memberId,
        status: 'ACTIVE',
        since: start,
        until: undefined,
        removalReason: undefined,
        version: 1,
      });
    }
    return group;
  }

  /** An idea that a member wrote to a group. */
  async post(groupId: GroupId, authorId: MemberId, status: 'PUBLISHED' | 'REMOVED' = 'PUBLISHED'): Promise<Post> {
    return createRepositories(this.test.dataSource.manager).posts.add({
      id: ids.ordered<'Post'>(),
      groupId,
      authorId,
      kind: 'IDEA',
      language: 'en',
      body: 'A bench by the lake.',
      status,
      removalReason: status === 'REMOVED' ? 'Said before.' : undefined,
      postedAt: start,
      editedAt: undefined,
      pinSlot: undefined,
      pinnedUntil: undefined,
      answerId: undefined,
      version: 1,
    });
  }

  /** A position of a group, or of the whole union. */
  async position(groupId: GroupId | undefined, kind: PositionKind = 'PRESIDENT', seats = 1): Promise<Position> {
    const position: Position = {
      id: ids.ordered<'Position'>(),
      groupId,
      title: kind.toLowerCase(),
      kind,
      seats,
      constituency: undefined,
      removedAt: undefined,
      version: 1,
    };
    return createRepositories(this.test.dataSource.manager).mandates.addPosition(position);
  }

  /** A mandate in force through the academic year. */
  async mandate(position: Position, memberId: MemberId, seat = 1): Promise<Mandate> {
    const mandate: Mandate = {
      id: ids.ordered<'Mandate'>(),
      positionId: position.id,
      memberId,
      seat,
      startsAt: start,
      endsAt: later,
      endedAt: undefined,
      conferredBy: 'ELECTION',
      version: 1,
    };
    return createRepositories(this.test.dataSource.manager).mandates.addMandate(mandate);
  }

  /** What is between two members, asked for by the first. */
  async connection(
    requesterId: MemberId,
    addresseeId: MemberId,
    status: 'REQUESTED' | 'SILENT' | 'CONNECTED' = 'CONNECTED',
  ): Promise<Connection> {
    return createRepositories(this.test.dataSource.manager).connections.add({
      id: ids.ordered<'Connection'>(),
      requesterId,
      addresseeId,
      status,
      message: undefined,
      requestedAt: start,
      expiresAt: later,
      connectedAt: status === 'CONNECTED' ? start : undefined,
      closedAt: undefined,
      version: 1,
    });
  }

  /** One member blocks another. */
  async block(blockerId: MemberId, blockedId: MemberId): Promise<void> {
    await createRepositories(this.test.dataSource.manager).blocks.add({
      blockerId,
      blockedId,
      since: start,
      knownAs: undefined,
    });
  }

  /** A staff appointment in force through the academic year. */
  async appointment(
    subject: string,
    role: 'ADMIN' | 'ANALYST' | 'ADVICE_MANAGER' | 'RETURNING_OFFICER',
  ): Promise<void> {
    await createRepositories(this.test.dataSource.manager).appointments.addUnlessHeld({
      id: ids.ordered(),
      subject,
      role,
      startsAt: start,
      endsAt: later,
      endedAt: undefined,
      grantedBy: 'system:test',
      confirmedBy: role === 'ADVICE_MANAGER' ? 'system:second' : undefined,
      confirmedAt: role === 'ADVICE_MANAGER' ? start : undefined,
      version: 1,
    });
  }
}
