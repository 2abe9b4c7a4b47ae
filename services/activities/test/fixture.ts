import { randomBytes } from 'node:crypto';
import { createIdSource, type PositionKind, type StaffRole } from '@guildhall/kernel';
import { testStart, type TestService } from '@guildhall/testing';
import { activities, createRepositories } from '../src/app.js';
import type { Activity, ActivityStatus } from '../src/activity/activity.js';
import { currentRules } from '../src/activity/activity-rules.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { newRegistration, type Registration } from '../src/registration/registration.js';
import type { RegistrationStatus } from '../src/registration/registration-status.js';

export { activities };

const ids = createIdSource(
  () => Date.now(),
  (count) => randomBytes(count),
);
const start = new Date('2026-09-01T09:00:00.000Z');
const later = new Date('2027-07-01T09:00:00.000Z');
const hour = 3_600_000;

/** An instant so many hours after the test clock's start. */
export const inHours = (hours: number): Date => new Date(Date.parse(testStart) + hours * hour);

/** Writes the rows a test starts from: the projection of who may do what, activities and registrations. */
export class Fixture {
  constructor(private readonly test: TestService) {}

  /** An active member whose sign-in subject is `subject`. */
  async member(subject: string): Promise<MemberId> {
    const id = ids.ordered<'Member'>();
    await this.test.dataSource.query('insert into actor_member (member_id, subject, is_active) values ($1, $2, true)', [
      id,
      subject,
    ]);
    return id;
  }

  /** Many active members at once: their subjects are the prefix and a number from 0. */
  async crowd(prefix: string, count: number): Promise<readonly MemberId[]> {
    const crowd = Array.from({ length: count }, () => ids.ordered<'Member'>());
    await this.test.dataSource.query(
      `insert into actor_member (member_id, subject, is_active)
       select id, $2 || (place - 1), true from unnest($1::uuid[]) with ordinality as list(id, place)`,
      [crowd, prefix],
    );
    return crowd;
  }

  /** A group id with its ordinary members. */
  async group(...members: readonly MemberId[]): Promise<GroupId> {
    const groupId = ids.ordered<'Group'>();
    for (const memberId of members)
      await this.test.dataSource.query('insert into actor_group_membership (member_id, group_id) values ($1, $2)', [
        memberId,
        groupId,
      ]);
    return groupId;
  }

  /** A mandate in force through the academic year; without a group it is for the whole union. */
  async mandate(memberId: MemberId, kind: PositionKind, groupId?: GroupId): Promise<void> {
    await this.test.dataSource.query(
      'insert into actor_mandate (mandate_id, member_id, group_id, kind, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6)',
      [ids.ordered(), memberId, groupId ?? null, kind, start, later],
    );
  }

  /** A staff appointment in force through the academic year. */
  async appointment(subject: string, role: StaffRole): Promise<void> {
    await this.test.dataSource.query(
      'insert into actor_appointment (appointment_id, subject, role, starts_at, ends_at) values ($1, $2, $3, $4, $5)',
      [ids.ordered(), subject, role, start, later],
    );
  }

  /** An activity of the group, three days ahead and open for registration unless changed. */
  async activity(groupId: GroupId, status: ActivityStatus, changes: Partial<Activity> = {}): Promise<Activity> {
    const startsAt = changes.startsAt ?? inHours(72);
    const closesAt = new Date(startsAt.getTime() - hour);
    const isPublic = ['PUBLISHED', 'COMPLETED', 'REPORTED'].includes(status);
    const activity: Activity = {
      id: ids.ordered<'Activity'>(),
      groupId,
      organiserId: ids.ordered<'Member'>(),
      team: [],
      title: `Evening of ${status}`,
      summary: 'Come and see for yourself.',
      kind: 'SOCIAL',
      status,
      statusReason: ['CANCELLED', 'DECLINED', 'CHANGES_REQUESTED'].includes(status) ? 'The hall is closed.' : undefined,
      place: 'Union Hall',
      venueId: undefined,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3 * hour),
      registrationOpensAt: new Date(Math.min(inHours(-24).getTime(), closesAt.getTime() - hour)),
      registrationClosesAt: closesAt,
      capacity: 20,
      facts: {
        expectedAttendees: 20,
        budget: 0,
        externalSpeaker: false,
        offCampus: false,
        overnight: false,
        alcohol: false,
        contractor: false,
        minors: false,
      },
      riskTier: 0,
      rulesVersion: currentRules.version,
      publishedAt: isPublic ? start : undefined,
      postponedAt: undefined,
      report: status === 'REPORTED' ? 'It went well from the first minute.' : undefined,
      version: 1,
      ...changes,
    };
    const added = await createRepositories(this.test.dataSource.manager).activities.add(activity);
    for (const { memberId, role } of activity.team)
      await this.test.dataSource.query(
        `insert into team_place (id, activity_id, member_id, role, status, asked_at, joined_at, version)
         values ($1, $2, $3, $4, 'ON_TEAM', $5, $5, 1)`,
        [ids.ordered(), activity.id, memberId, role, start],
      );
    return added;
  }

  /** A registration as it stands. */
  async registration(
    activity: Activity,
    memberId: MemberId,
    status: RegistrationStatus,
    changes: Partial<Registration> = {},
  ): Promise<Registration> {
    const registration = newRegistration({
      id: ids.ordered<'Registration'>(),
      activityId: activity.id,
      memberId,
      status,
      statusReason: status === 'REMOVED' ? 'Shouting.' : undefined,
      queuedAt: new Date(Date.now()),
      checkedInAt: ['CHECKED_IN', 'CHECKED_OUT', 'ATTENDED'].includes(status) ? activity.startsAt : undefined,
      checkedOutAt: status === 'CHECKED_OUT' ? activity.endsAt : undefined,
      ...changes,
    });
    await createRepositories(this.test.dataSource.manager).registrations.addAll([registration]);
    return registration;
  }

  /** The statuses of an activity's registrations with how often each occurs. */
  async statuses(activityId: string): Promise<Readonly<Record<string, number>>> {
    const rows: readonly { status: string; count: number }[] = await this.test.dataSource.query(
      'select status, count(*)::int as count from registration where activity_id = $1 group by status order by status',
      [activityId],
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }
}
