import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import { Kind, parse, visit } from 'graphql';
import { readSupergraph } from '../src/gateway-options.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** Fields of entities that are kept for everybody. A new one needs its line here, and to be the same for all who see the entity. */
const sharedFields = { Group: ['foundedAt', 'joinPolicy', 'kind', 'name', 'purpose', 'status'] };

/** Root fields whose answers to people without a token are kept, with what those ask of them. */
const openRoots = {
  activities: 'edges { node { id title phase seatsLeft group { id name } } } pageInfo { hasNextPage }',
  activity: '',
  group: '',
  groups: 'edges { node { id name kind purpose status foundedAt memberCount } }',
  path: '',
  paths: 'edges { node { id title published { version steps { title } } } }',
  resource: '',
  resources: 'edges { node { id title summary body } }',
  skills: 'edges { node { id name summary rules { kind } } }',
};

const callers = [
  ...demoPeople.map(({ subject }) => subject),
  ...demoMachineClients.map(({ clientId }) => `client:${clientId}`),
];

type Hinted = { readonly type: string; readonly field: string; readonly isInherited: boolean; readonly graphs: string };

function hintedFields(): readonly Hinted[] {
  const hinted: Hinted[] = [];
  for (const definition of parse(readSupergraph(), { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    // A hint on a type would make fields public that nobody thought of.
    expect([type, definition.directives?.some(({ name }) => name.value === 'cacheControl')]).toEqual([type, false]);
    const graphs = JSON.stringify(definition.directives);
    visit(definition, {
      FieldDefinition: ({ name, directives = [] }) => {
        const hint = directives.find((directive) => directive.name.value === 'cacheControl');
        const isInherited = hint?.arguments?.some((argument) => argument.name.value === 'inheritMaxAge') === true;
        const own = JSON.stringify(directives.filter((directive) => directive.name.value === 'join__field'));
        if (hint) hinted.push({ type, field: name.value, isInherited, graphs: own === '[]' ? graphs : own });
      },
    });
  }
  return hinted;
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 120_000);
afterAll(() => platform.stop());

const groups = '{ groups(first: 100) { edges { node { id name kind purpose status foundedAt joinPolicy } } } }';

async function nodesFor(who: string | undefined, root: string, query: string): Promise<ReadonlyMap<string, unknown>> {
  const { data, errors } = await platform.post(who, query);
  expect(errors).toBeUndefined();
  const page = data?.[root] as { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  return new Map(page.edges.map(({ node }) => [node.id, node]));
}

describe('what the schema lets the gateway keep', () => {
  it('is in known places only', () => {
    const own = hintedFields().filter(({ isInherited }) => !isInherited);
    const rootFields = own.filter(({ type }) => type === 'Query').map(({ field }) => field);
    expect(rootFields.sort()).toEqual(Object.keys(openRoots));
    const group = own.filter(({ type }) => type === 'Group').map(({ field }) => field);
    expect(group.sort()).toEqual(sharedFields.Group);
    // These only shorten the life of an answer with them.
    const shortened = own.filter(({ type }) => !['Query', 'Group'].includes(type));
    expect(shortened.map(({ type, field }) => `${type}.${field}`).sort()).toEqual([
      'Activity.phase',
      'Activity.seatsLeft',
      'Activity.seatsTaken',
      'Activity.waitingCount',
    ]);
  });

  it('is nothing that the advice service gives', () => {
    for (const { type, graphs } of hintedFields()) expect([type, graphs.includes('ADVOCACY')]).toEqual([type, false]);
  });

  it('reads the same for everybody who sees a group, whoever they are', async () => {
    const open = await nodesFor(undefined, 'groups', groups);
    expect(open.size).toBeGreaterThan(3);
    for (const caller of callers) {
      // With a token the answer comes from the services, asked in that person's name.
      const own = await nodesFor(caller, 'groups', groups);
      for (const [id, group] of open) expect([caller, own.get(id)]).toEqual([caller, group]);
    }
  });

  it.each(Object.entries(openRoots).filter(([, selection]) => selection !== ''))(
    'lets answers with %s be kept for people without a token, and for nobody else',
    async (root, selection) => {
      const body = JSON.stringify({ query: `{ ${root}(first: 20) { ${selection} } }` });
      const headers = { 'content-type': 'application/json' };
      const texts: string[] = [];
      for (const _time of [1, 2]) {
        const response = await fetch(platform.url, { method: 'POST', headers, body });
        expect(response.headers.get('cache-control')).toMatch(/^max-age=[1-9]\d?, public$/);
        texts.push(await response.text());
      }
      expect(texts[1]).toBe(texts[0]);
      const authorization = `Bearer ${await platform.token('ada')}`;
      const own = await fetch(platform.url, { method: 'POST', headers: { ...headers, authorization }, body });
      expect(own.headers.get('cache-control')).toMatch(/^max-age=[1-9]\d?, private$/);
    },
  );

  it.each([
    '{ viewer { subject } groups { edges { node { id } } } }',
    '{ departments { id name } }',
    '{ groups { edges { node { id positions { id } } } } }',
    '{ activities { edges { node { id organiser { id } } } } }',
  ])('lets nobody keep %s', async (query) => {
    const response = await fetch(platform.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
