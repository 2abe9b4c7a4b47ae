import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { Fixture, membership } from './fixture.js';
import { needsMutationNames, needsWays, type NeedsIds } from './needs-ways.js';

const known: NeedsIds = { groupId: '', consentId: '', activityId: '018f0000-0000-7000-8000-0000000000c1' };
const ways = needsWays(known);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, { clock: new TestClock(testStart) });
  const fixture = new Fixture(test);
  const ada = await fixture.member('ada');
  await fixture.member('mo');
  known.groupId = (await fixture.group('Chess', [ada.id])).id;
  const add = async (purpose: string, groupId: string | null, withdrawnAt: Date | null) => {
    const [row]: readonly { id: string }[] = await test.dataSource.query(
      `insert into member_consent (id, member_id, purpose, fields, audience, group_id, from_at, to_at, withdrawn_at, version)
       values (gen_random_uuid(), $1, $2, '{DIET}', $3, $4, $5::timestamptz - interval '1 day', $5::timestamptz + interval '30 days', $6, 1)
       returning id`,
      [ada.id, purpose, groupId === null ? 'ORGANISERS' : 'GROUP', groupId, testStart, withdrawnAt],
    );
    return row?.id ?? '';
  };
  await test.dataSource.query(
    `insert into needs_occasion (activity_id, ends_at, is_open) values ($1, $2::timestamptz + interval '1 day', true)`,
    [known.activityId, testStart],
  );
  await add('NEEDS_IN_GROUP', known.groupId, null);
  known.consentId = await add('NEEDS_AT_ACTIVITY', null, new Date(testStart));
});
afterAll(() => test.stop());

const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, { subject, input }]) => ({ mutation, member, subject, input })),
);

describe('every expected failure about needs and consents', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, subject, input }) => {
    const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`;
    const { data, errors } = await test.run(subject, query, { input: input() });
    expect(errors).toBeUndefined();
    expect(data?.[mutation]).toEqual({ __typename: member });
  });

  it('stands in this list, but for what needs two at once', () => {
    const schema = buildServiceSchema(membership);
    for (const name of needsMutationNames) {
      const result = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      const failures = isUnionType(result) ? result.getTypes().map((type) => type.name) : [];
      const missed = failures.filter(
        (type) => type.endsWith('Error') && type !== 'ConflictError' && ways[name][type] === undefined,
      );
      expect({ name, failures: failures.length > 1, missed }).toEqual({ name, failures: true, missed: [] });
    }
  });
});
