import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceNames, type ServiceName } from '@guildhall/events';
import { queryService } from './service-database.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';
import { idNames, missing, mutationsWith, openQueries, queryOf } from './zone-operations.js';

/** People and programs to whom no case, referral or mediation may show: they are on no side of any of them. */
const strangers = ['otto', 'nina', 'sys', 'client:analytics', undefined] as const;

/** Where the ids are kept that mutations take under these names; each is of the trust zone. */
const zoneTables: Readonly<Record<string, string>> = {
  accessId: 'emergency_access',
  attachmentId: 'case_attachment',
  caseId: 'case_file',
  deadlineId: 'case_deadline',
  exportId: 'case_export',
  fieldIds: 'referral_field',
  mediationId: 'mediation',
  mergeId: 'case_merge',
  noticeIds: 'notice',
  otherId: 'case_file',
  partyId: 'mediation_party',
  referralId: 'referral',
  representativeId: 'case_representative',
  roomId: 'mediation_party',
  wallId: 'case_wall',
};

/** Ids of what is nobody's secret, or is kept by other rules, each tried where those are. */
const otherIds: readonly string[] = [
  ...['bookingId', 'closureId', 'equipmentId', 'venueId'],
  ...['lineId', 'needs', 'ownerId', 'placeId', 'poolId', 'taskId', 'taskIds'],
  ...['checkpointId', 'inviteCode', 'nonce', 'scanId'],
  ...['activityId', 'apiClientId', 'appointmentId', 'constituencyId', 'deadLetterId', 'deliveryId', 'departmentId'],
  ...[
    'enrolmentId',
    'feedId',
    'groupId',
    'guardianId',
    'idempotencyKey',
    'inboxId',
    'issueId',
    'leadDepartmentId',
    'lessonId',
  ],
  ...[
    'mandateId',
    'memberId',
    'membershipAppealId',
    'milestoneId',
    'movedFromId',
    'originPostId',
    'pathId',
    'pathVersionId',
    'positionId',
  ],
  ...['postId', 'proposalId', 'redirectToId', 'registrationId', 'resourceId', 'stepId', 'subjectId', 'suggestionId'],
  ...['seriesId', 'supportingDepartmentIds', 'targetId', 'templateId', 'updateIds', 'webhookId'],
  ...['matchId', 'offerId', 'offerIds', 'requestId', 'notificationIds'],
  ...['collectionId', 'resourceIds'],
  ...['circleId', 'conversationId', 'meetingId', 'messageId'],
  ...['claimId', 'contactId', 'hostId', 'opportunityId', 'roleId', 'shiftId', 'signupId', 'strikeId', 'toMemberId'],
  ...['candidateId', 'complaintId', 'contestId', 'electionId'],
  ...['capsuleId', 'questionId'],
  ...['attemptId', 'cardId', 'quizId', 'quizVersionId'],
  ...['absentIds', 'goalId', 'noteId', 'pairId', 'presentIds', 'reportId', 'sessionId'],
  ...['peerReviewId', 'prerequisites'],
  ...['evidenceId', 'skillId', 'versionId'],
  ...['achievementId', 'itemIds', 'linkId'],
  ...['itemId', 'replyId', 'consentId', 'admissionId', 'parentId', 'submissionId'],
];

/** Words that stand nowhere else in the world. */
const marker = `marker${randomUUID().replaceAll('-', '')}`;
const roomy = {
  // An answer that was given up shows nothing either, so the deepest questions have all the time of a busy machine.
  GUILDHALL_REQUEST_DEADLINE_MS: '80000',
  GUILDHALL_SERVICE_DEADLINE_MS: '80000',
  GUILDHALL_LIMIT_COST: '100000000',
  GUILDHALL_LIMIT_DEPTH: '30',
  GUILDHALL_LIMIT_SELECTIONS: '50000',
  GUILDHALL_LIMIT_TOKENS: '100000',
  GUILDHALL_RATE_VIEWER: '1000000',
  GUILDHALL_RATE_CLIENT: '1000000',
  GUILDHALL_RATE_GUESS: '1000000',
};

let platform: TestPlatform;

/** Asks for something that must succeed, and gives the success. */
async function act(
  who: string,
  mutation: string,
  input: object,
  select = '__typename',
): Promise<Readonly<Record<string, unknown>>> {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const { data, errors } = await platform.post(
    who,
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename ... on ${name}Success { ${select} } ... on UserError { message } } }`,
    { input },
  );
  const answer = data?.[mutation] as Readonly<Record<string, unknown>>;
  expect({ answer, errors }).toMatchObject({ answer: { __typename: `${name}Success` } });
  return answer;
}

const keyed = () => ({ idempotencyKey: randomUUID() });

/** A case with words at every layer, all of them the marker's. */
async function fillCase(): Promise<void> {
  const words = `${marker} is what nobody else may ever read.`;
  const opened = await act(
    'ada',
    'openCase',
    { matter: 'HOUSING', narrative: words, contactName: marker, otherParties: [`${marker} other`], ...keyed() },
    'case { id }',
  );
  const { id: caseId } = opened['case'] as { id: string };
  await act('amira', 'acknowledgeCase', { caseId });
  await act('amira', 'triageCase', { caseId, matter: 'HOUSING', urgency: 'NORMAL' });
  await act('amira', 'assignCase', { caseId, assignee: 'carl' });
  for (const who of ['carl', 'ada']) await act(who, 'postCaseMessage', { caseId, body: words, ...keyed() });
  for (const layer of ['INTERNAL', 'PRIVATE'])
    await act('carl', 'writeCaseNote', { caseId, body: words, layer, ...keyed() });
  await act('ada', 'prepareAttachment', {
    caseId,
    name: `${marker}.pdf`,
    contentType: 'application/pdf',
    size: 10,
    ...keyed(),
  });
  const departments = await platform.post(undefined, '{ departments { id } }');
  const [department] = (departments.data?.['departments'] ?? []) as { id: string }[];
  const drafted = await act(
    'carl',
    'draftReferral',
    { caseId, departmentId: department?.id, fields: [{ name: 'room', value: marker }] },
    'referral { id fields { id } }',
  );
  const referral = drafted['referral'] as { id: string; fields: { id: string }[] };
  await act('ada', 'consentToReferral', { referralId: referral.id, fieldIds: referral.fields.map(({ id }) => id) });
  await act('carl', 'sendReferral', { referralId: referral.id, ...keyed() });
  await act('ada', 'nameRepresentative', {
    caseId,
    subject: 'rosa',
    scope: 'READ',
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    ...keyed(),
  });
  await act('amira', 'askEmergencyAccess', { caseId, reason: 'HARM_TO_OTHERS', words, ...keyed() });
}

/** Every table that leads to a case or a mediation, as the database itself knows it. */
async function tablesOfZone(): Promise<readonly string[]> {
  const rows = await queryService(platform, 'advocacy', {
    sql: `with recursive zone(oid) as (
      select unnest(array['case_file'::regclass, 'mediation'::regclass])::oid
      union select c.conrelid from pg_constraint c join zone z on c.confrelid = z.oid where c.contype = 'f')
      select oid::regclass::text as name from zone z
      where exists (select 1 from pg_attribute a where a.attrelid = z.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)
      and oid <> 'lesson'::regclass order by 1`,
  });
  return rows.map(({ name }) => String(name));
}

async function idsOf(table: string, limit = 100_000): Promise<readonly string[]> {
  const rows = await queryService(platform, 'advocacy', { sql: `select id from ${table} order by id limit ${limit}` });
  return rows.map(({ id }) => String(id));
}

async function tablesOf(service: ServiceName): Promise<readonly string[]> {
  const rows = await queryService(platform, service, {
    sql: `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  });
  return rows.map(({ name }) => String(name));
}

beforeAll(async () => {
  platform = await startTestPlatform([], roomy);
  await fillCase();
}, 180_000);
afterAll(() => platform.stop());

describe('an id of the trust zone', () => {
  it('is judged here under every name that a mutation takes one', () => {
    expect([...Object.keys(zoneTables), ...otherIds].sort()).toEqual(idNames);
  });

  it.each(Object.entries(zoneTables))(
    'gives strangers as %s what a missing one gives, by the byte',
    async (idName, table) => {
      const operations = [...mutationsWith(idName), ...(queriesByTable[table] ?? [])];
      const ids = await idsOf(table, 2);
      expect([table, ids.length > 0, operations.length > 0]).toEqual([table, ids.length > 0, true]);
      for (const who of strangers)
        for (const { name, query, variables } of operations) {
          const absent = JSON.stringify(await platform.post(who, query, variables(missing))).replaceAll(missing, 'ID');
          for (const id of ids) {
            const hidden = JSON.stringify(await platform.post(who, query, variables(id))).replaceAll(id, 'ID');
            expect({ who, name, hidden: withoutRequest(hidden) }).toEqual({
              who,
              name,
              hidden: withoutRequest(absent),
            });
          }
        }
    },
    180_000,
  );
});

/** What reads one thing of a table by its id. */
const queriesByTable: Readonly<Record<string, ReturnType<typeof mutationsWith>>> = {
  case_file: [queryOf('case'), queryOf('representedCase', 'caseId')],
  referral: [queryOf('referral'), queryOf('referralPreview')],
  mediation: [queryOf('mediation'), queryOf('mediationQueueEntry')],
  emergency_access: [queryOf('emergencyAccess')],
};

function withoutRequest(answer: string): string {
  return answer.replace(/"requestId":"[^"]*"/g, '');
}

/** Every id of the zone. */
async function zoneIds(): Promise<readonly string[]> {
  return (await Promise.all((await tablesOfZone()).map((table) => idsOf(table)))).flat();
}

/** The ids among `ids` that an answer shows. */
function shownIn(answer: string, ids: readonly string[]): readonly string[] {
  const shown = new Set(answer.match(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g));
  return ids.filter((id) => shown.has(id));
}

describe('whatever strangers ask without naming anything', () => {
  it('would show ids and words to somebody on a side, so that this test can fail', async () => {
    const ids = await zoneIds();
    expect(ids.length).toBeGreaterThan(500);
    const viewer = openQueries.find(({ name }) => name === 'viewer');
    const answer = JSON.stringify(await platform.post('ada', viewer?.query ?? ''));
    expect(shownIn(answer, ids).length).toBeGreaterThan(3);
    expect(answer).toContain(marker);
  });

  it.each(strangers)(
    'shows %s no id of a case, a referral or a mediation, nor a word of one',
    async (who) => {
      const ids = await zoneIds();
      for (const { name, query } of openQueries) {
        const answer = JSON.stringify(await platform.post(who, query));
        expect({ name, shown: shownIn(answer, ids), isTold: answer.includes(marker) }).toEqual({
          name,
          shown: [],
          isTold: false,
        });
      }
    },
    180_000,
  );
});

/** Rows of a table that hold a text, as it is or as bytes. */
async function countHolding(service: ServiceName, table: string, text: string): Promise<unknown> {
  const [row] = await queryService(platform, service, {
    sql: `select count(*)::int as found from ${table} t
          where position($1 in t::text) > 0 or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0`,
    parameters: [text],
  });
  return row?.['found'];
}

/** Rows of a table that hold one of the ids, but for ids of their own. */
async function countNaming(service: ServiceName, table: string, ids: readonly string[]): Promise<unknown> {
  const [row] = await queryService(platform, service, {
    sql: `select count(*)::int as found from ${table} t where exists (
            select 1 from regexp_matches(t::text, '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'g') m where m[1] = any($1::text[]))`,
    parameters: [ids],
  });
  return row?.['found'];
}

describe('what is kept', () => {
  it('would be found, so that this test can fail', async () => {
    expect(await countHolding('membership', 'member', 'Ada Okafor')).toBe(1);
    expect(await countNaming('advocacy', 'case_message', await idsOf('case_file'))).toBeGreaterThan(0);
  });

  it.each(serviceNames)('in the database of %s holds no word of a case', async (service) => {
    for (const table of await tablesOf(service))
      expect({ table, found: await countHolding(service, table, marker) }).toEqual({ table, found: 0 });
  });

  it.each(serviceNames.filter((service) => service !== 'advocacy'))(
    'in the database of %s holds no id of a case',
    async (service) => {
      const ids = await zoneIds();
      for (const table of await tablesOf(service))
        expect({ table, found: await countNaming(service, table, ids) }).toEqual({ table, found: 0 });
    },
    120_000,
  );

  it('in what advocacy tells the other services holds no id of a case', async () => {
    expect(await countNaming('advocacy', 'outbox_event', await zoneIds())).toBe(0);
    expect(await countNaming('advocacy', 'outbox_delivery', await zoneIds())).toBe(0);
  });
});
