import { randomBytes, randomUUID } from 'node:crypto';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, waitFor, type TestService, type TestServiceOptions } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { advocacy } from '../src/app.js';

export { advocacy };

/** Keys of one test run. */
export const keys = {
  GUILDHALL_ADVOCACY_MASTER_KEY: randomBytes(32).toString('base64'),
  GUILDHALL_ADVOCACY_PSEUDONYM_KEY: randomBytes(32).toString('base64'),
};

const from = '2026-09-01T09:00:00.000Z';
const to = '2027-07-01T09:00:00.000Z';

type Subject = Parameters<TestService['run']>[0];
type Caller = Parameters<TestService['runAs']>[0];
/** An answer has the shape that the test asked for. */
type Answer = ReturnType<typeof JSON.parse>;

/** Writes the rows a test starts from, and asks what people ask. */
export class Fixture {
  readonly departments = { housing: randomUUID(), library: randomUUID() };
  readonly constituencies = { physics: randomUUID(), history: randomUUID() };
  readonly members: Record<string, string> = {};

  constructor(readonly test: TestService) {}

  /** The people of the demo union, with a second case worker, a second student and a second department. */
  async people(): Promise<void> {
    for (const subject of ['ada', 'bea', 'omar', 'uma', 'rosa']) await this.member(subject);
    await this.mandate('omar', 'PRESIDENT', randomUUID());
    await this.mandate('uma', 'UNION_OFFICER', null);
    await this.mandate('rosa', 'COURSE_REP', null, this.constituencies.physics);
    for (const subject of ['ada', 'bea', 'rosa']) await this.studies(subject, this.constituencies.physics);
    await this.studies('omar', this.constituencies.history);
    for (const [subject, role] of [
      ['carl', 'CASE_WORKER'],
      ['cora', 'CASE_WORKER'],
      ['amira', 'ADVICE_MANAGER'],
      ['milo', 'MEDIATOR'],
      ['otto', 'RETURNING_OFFICER'],
      ['nina', 'ANALYST'],
      ['sys', 'ADMIN'],
    ] as const) {
      await this.appointment(subject, role);
    }
    await this.sql(
      `insert into department values ($1, 'Student Housing', 'Halls and repairs', 1), ($2, 'Library', 'Books', 1)`,
      [this.departments.housing, this.departments.library],
    );
    await this.post('dana', this.departments.housing, 'STAFF');
    await this.post('dirk', this.departments.housing, 'LEAD');
    await this.post('lena', this.departments.library, 'LEAD');
    await this.sql('insert into department_client values ($1, $2), ($3, $4)', [
      'department-housing',
      this.departments.housing,
      'department-library',
      this.departments.library,
    ]);
  }

  async member(subject: string): Promise<string> {
    const id = randomUUID();
    this.members[subject] = id;
    await this.sql('insert into actor_member values ($1, $2, true)', [id, subject]);
    return id;
  }

  studies(subject: string, constituencyId: string): Promise<unknown> {
    return this.sql('insert into actor_constituency values ($1, $2)', [this.members[subject], constituencyId]);
  }

  mandate(
    subject: string,
    kind: string,
    groupId: string | null,
    constituencyId: string | null = null,
  ): Promise<unknown> {
    return this.sql('insert into actor_mandate values ($1, $2, $3, $4, $5, $6, $7)', [
      randomUUID(),
      this.members[subject],
      groupId,
      kind,
      from,
      to,
      constituencyId,
    ]);
  }

  appointment(subject: string, role: string, until = to): Promise<unknown> {
    return this.sql('insert into actor_appointment values ($1, $2, $3, $4, $5)', [
      randomUUID(),
      subject,
      role,
      from,
      until,
    ]);
  }

  post(subject: string, departmentId: string, role: string): Promise<unknown> {
    return this.sql('insert into department_post values ($1, $2, $3, $4, $5, $6, null, $7, 1)', [
      randomUUID(),
      departmentId,
      subject,
      role,
      from,
      to,
      'system:test',
    ]);
  }

  sql<Row = Answer>(statement: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.test.dataSource.query(statement, [...parameters]);
  }

  /** Runs a query and returns its data; fails on any top-level error. */
  async ask(who: Subject | Caller, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const answer =
      typeof who === 'object'
        ? await this.test.runAs(who, query, variables)
        : await this.test.run(who, query, variables);
    if (answer.errors !== undefined && answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data ?? {};
  }

  /** Runs one mutation with one input and returns its result, with `select` taken from the success. */
  async mutate(
    who: Subject | Caller,
    name: string,
    input: Readonly<Record<string, unknown>>,
    select = '__typename',
  ): Promise<Answer> {
    const type = name[0]?.toUpperCase() + name.slice(1);
    const shown = errorFragments(`${type}Result`);
    const data = await this.ask(
      who,
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${select} } ${shown} } }`,
      { input },
    );
    return data[name];
  }

  /** A case of the student, opened and not yet looked at. */
  async opened(student = 'ada', changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const answer = await this.mutate(student, 'openCase', { ...intake, ...changes }, 'case { id }');
    return answer['case'].id;
  }

  /** A case of the student that a case worker works on. */
  async assigned(student = 'ada', worker = 'carl', changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const caseId = await this.opened(student, changes);
    await this.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await this.expectSuccess('amira', 'triageCase', { caseId, matter: 'HOUSING', urgency: 'NORMAL' });
    await this.expectSuccess('amira', 'assignCase', { caseId, assignee: worker });
    return caseId;
  }

  /** A drafted referral with three fields, and their ids by name. */
  async drafted(
    caseId: string,
    departmentId = this.departments.housing,
  ): Promise<{ readonly referralId: string; readonly fields: Readonly<Record<string, string>> }> {
    const answer = await this.mutate(
      'carl',
      'draftReferral',
      { caseId, departmentId, fields: referralFields },
      'referral { id fields { id name } }',
    );
    const { id, fields } = answer['referral'] as { id: string; fields: { id: string; name: string }[] };
    return { referralId: id, fields: Object.fromEntries(fields.map((field) => [field.name, field.id])) };
  }

  /** A referral that was sent with the student's consent to room and wish, not to health. */
  async sent(caseId: string): Promise<string> {
    const { referralId, fields } = await this.drafted(caseId);
    await this.expectSuccess('ada', 'consentToReferral', { referralId, fieldIds: [fields['room'], fields['wish']] });
    await this.expectSuccess('carl', 'sendReferral', { referralId });
    return referralId;
  }

  /** Puts every waiting job off and waits for those that run, so that none mixes in what is counted next. */
  settled(): Promise<void> {
    return waitFor('no job runs', async () => {
      await this.sql(
        `update graphile_worker._private_jobs set run_at = now() + interval '1 day' where locked_at is null and run_at <= now()`,
      );
      const [row] = await this.sql<{ running: number }>(
        'select count(*)::int as running from graphile_worker._private_jobs where locked_at is not null or run_at <= now()',
      );
      return row?.running === 0;
    });
  }

  async expectSuccess(who: Subject | Caller, name: string, input: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await this.mutate(who, name, input);
    if (!String(answer['__typename']).endsWith('Success'))
      throw new Error(`${name} as ${JSON.stringify(who)}: ${JSON.stringify(answer)}`);
  }
}

const schema = buildServiceSchema(advocacy);
const shownOfErrors: Readonly<Record<string, string>> = {
  ValidationError: 'fields { path rule }',
  IllegalTransitionError: 'state action',
};

/** What is asked of the errors that a mutation can answer with, as its union in the schema names them. */
function errorFragments(unionName: string): string {
  const union = schema.getType(unionName);
  const members = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
  const details = members.flatMap((name) =>
    shownOfErrors[name] === undefined ? [] : [`... on ${name} { ${shownOfErrors[name]} }`],
  );
  return ['... on UserError { message }', ...details].join(' ');
}

/** What ada tells. */
export const intake = {
  matter: 'HOUSING',
  narrative: 'The radiator in my room has been broken since the second week of term.',
  contactName: 'Ada Saffron Okafor',
  otherParties: ['Quentin Walnut'],
};

/** What carl would tell the department. */
export const referralFields = [
  { name: 'room', value: 'Lakeside 27' },
  { name: 'wish', value: 'A repair with a date' },
  { name: 'health', value: 'Bronchitis twice this term' },
];

/** A machine client with its scopes. */
export function machine(clientId: string, ...scopes: readonly string[]): Caller {
  return { kind: 'machine', clientId, scopes };
}

/** A service with everybody in it. */
export async function startAdvocacy(
  options: TestServiceOptions = {},
): Promise<{ readonly test: TestService; readonly fixture: Fixture }> {
  const test = await startTestService(advocacy, { environment: keys, ...options });
  const fixture = new Fixture(test);
  await fixture.people();
  return { test, fixture };
}
