import { randomUUID } from 'node:crypto';
import { waitFor, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { ids, type TestMember } from './fixture.js';

/**
 * A Monday morning in term so far ahead that no job runs by itself: each runs when a test says so, whatever the day it is
 * run on.
 */
export const studyStart = '2126-10-07T09:00:00.000Z';

/** The answer of a mutation with the fields of its errors. */
export type StudyAnswer = Readonly<Record<string, unknown>> & {
  readonly __typename: string;
  readonly fields?: readonly { readonly path: string; readonly rule: string }[];
};

/** What a study group of a test is, unless changed. */
export const studyContent = {
  title: 'Linear algebra on Mondays',
  about: 'We work through the problem sheets together.',
  course: 'Linear Algebra',
  style: 'PROBLEM_SOLVING',
  setting: 'ROOM',
  whereabouts: 'Library, room 2.14',
  language: 'en',
  times: [{ weekday: 1, startsAt: '18:00', minutes: 90 }],
  membersMin: 2,
  capacity: 3,
  admission: 'OPEN',
  lastDay: '2126-12-13',
};

const groupFields = 'id status isFull seatsTaken viewerPlace { id status } viewerActions';
const success: Readonly<Record<string, string>> = {
  studyGroup: `studyGroup { ${groupFields} }`,
  studyPlace: 'studyPlace { id status waitingPlace group { id status } }',
  studySession: 'studySession { id status skipReason presentCount isHostingOffered host { id } viewerActions }',
  studyNote: 'studyNote { id title body viewerActions resource { id status } }',
  studyReport: 'studyReport { id outcome viewerActions }',
  mentorOffer: 'mentorOffer { id status menteesMax menteesNow viewerActions reasons { kind about } }',
  mentorPair: 'mentorPair { id status viewerActions goals { id words reachedAt } meetings { id minutes words } }',
};

/** A session as stored. */
export type StoredSession = {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: string;
  readonly skip_reason: string | null;
  readonly host_id: string;
  readonly led_by_id: string | null;
};

/** Sends mutations of study groups and mentoring, and runs their jobs. */
export class StudyDriver {
  constructor(private readonly test: TestService) {}

  /** Sends a mutation that answers with `field`; `studyPlace.id` is found as `id` of the answer's one thing. */
  async act(subject: string | undefined, name: string, field: string, input: object): Promise<StudyAnswer> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ... on UserError { message } ... on ${type}Success { ${success[field]} } } }`;
    const { answer } = await ask<{ answer: StudyAnswer }>(this.test, subject, query, { input });
    return answer;
  }

  /** The broken fields of a mutation's input. */
  async problems(subject: string, name: string, input: object): Promise<readonly string[]> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ... on ValidationError { fields { path rule } } } }`;
    const { answer } = await ask<{ answer: StudyAnswer }>(this.test, subject, query, { input });
    return (answer.fields ?? []).map(({ path, rule }) => `${path} ${rule}`);
  }

  /** The id of what a successful answer holds. */
  static idOf(answer: StudyAnswer, field: string): string {
    const thing = answer[field];
    if (typeof thing !== 'object' || thing === null || !('id' in thing) || typeof thing.id !== 'string')
      throw new Error(JSON.stringify(answer));
    return thing.id;
  }

  /** Founds a group and seats the others in it. */
  async group(founder: string, others: readonly string[] = [], changes: object = {}): Promise<string> {
    const content = { ...studyContent, ...changes };
    const groupId = StudyDriver.idOf(
      await this.act(founder, 'foundStudyGroup', 'studyGroup', { content }),
      'studyGroup',
    );
    for (const subject of others) await this.act(subject, 'joinStudyGroup', 'studyPlace', { groupId });
    return groupId;
  }

  /** Runs a timed task as the worker does, and waits until it was tried. */
  async runTask(task: string, payload: object, due: Date): Promise<void> {
    const key = `test:${randomUUID()}`;
    await this.test.dataSource.query('select graphile_worker.add_job($1, payload := $2::json, job_key := $3)', [
      task,
      JSON.stringify({ ...payload, _due: due.toISOString() }),
      key,
    ]);
    await waitFor(`${task} was tried`, async () => {
      const rows: readonly unknown[] = await this.test.dataSource.query(
        'select 1 from graphile_worker.jobs where key = $1 and (attempts = 0 or locked_at is not null)',
        [key],
      );
      return rows.length === 0;
    });
  }

  /** The sessions of a group as stored, soonest first. */
  sessions(groupId: string): Promise<readonly StoredSession[]> {
    return this.test.dataSource.query('select * from study_session where group_id = $1 order by starts_at', [groupId]);
  }

  /** The places of a group as stored: subject and status. */
  async places(groupId: string): Promise<Readonly<Record<string, string>>> {
    const rows: readonly { subject: string; status: string }[] = await this.test.dataSource.query(
      `select m.subject, p.status from study_place p join actor_member m using (member_id) where p.group_id = $1 order by p.since, p.turn`,
      [groupId],
    );
    return Object.fromEntries(rows.map(({ subject, status }) => [subject, status]));
  }

  /** A union officer at the time of these tests. */
  async officer({ id }: TestMember): Promise<void> {
    await this.test.dataSource.query(
      `insert into actor_mandate (mandate_id, member_id, kind, starts_at, ends_at) values ($1, $2, 'UNION_OFFICER', '2126-09-01', '2127-07-01')`,
      [ids.ordered(), id],
    );
  }

  /** Keeps two members apart, as a block does once it is heard. */
  async block(one: string, other: string): Promise<void> {
    await this.test.dataSource.query(
      'insert into blocked_pair (one_id, other_id) values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid))',
      [one, other],
    );
  }
}
