import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { connectionLimits } from '../src/connection/connection-limits.js';
import { connectionWays, tieMutationNames, type TieIds } from './connection-ways.js';
import { Fixture, membership } from './fixture.js';

const known: TieIds = { selfId: '', friendId: '', fanId: '', askerId: '', askedId: '', otherId: '', tiredId: '' };
const ways = connectionWays(known);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership);
  const fixture = new Fixture(test);
  const person = async (subject: string) => (await fixture.member(subject)).id;
  const ada = await person('ada');
  const [friend, fan, asker, asked] = [
    await person('friend'),
    await person('fan'),
    await person('asker'),
    await person('asked'),
  ];
  const [other, tired] = [await person('other'), await person('tired')];
  await fixture.connection(ada, friend);
  await fixture.connection(fan, ada);
  await fixture.connection(asker, ada, 'REQUESTED');
  await fixture.connection(ada, asked, 'REQUESTED');
  for (let index = 0; index < connectionLimits.asksOfOneMax; index += 1) {
    await fixture.connection(ada, tired, 'REQUESTED');
    await test.dataSource.query(
      `update member_connection set status = 'CLOSED', closed_at = now() where addressee_id = $1`,
      [tired],
    );
  }
  Object.assign(known, {
    selfId: ada,
    friendId: friend,
    fanId: fan,
    askerId: asker,
    askedId: asked,
    otherId: other,
    tiredId: tired,
  });
});
afterAll(() => test.stop());

const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, { subject, input }]) => ({ mutation, member, subject, input })),
);

describe('every expected failure between two members', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, subject, input }) => {
    const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`;
    const { data, errors } = await test.run(subject, query, { input: input() });
    expect(errors).toBeUndefined();
    expect(data?.[mutation]).toEqual({ __typename: member });
  });

  it.each(tieMutationNames)('of %s stands in this list, but for conflicts', (mutation) => {
    const result = buildServiceSchema(membership).getType(
      `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`,
    );
    const failures = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    expect(Object.keys(ways[mutation]).toSorted()).toEqual(
      failures.filter((name) => name.endsWith('Error') && name !== 'ConflictError').toSorted(),
    );
  });
});
