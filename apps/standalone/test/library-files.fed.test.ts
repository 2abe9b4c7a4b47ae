import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

let platform: TestPlatform;
afterAll(() => platform.stop());

const table = Buffer.from('week,topic\n1,Vectors\n2,向量\n');
const content = {
  title: 'A table to plan with',
  summary: 'What to read in which week.',
  body: 'Open it with a spreadsheet.',
  kind: 'FILE',
  language: 'en',
  subject: 'Study',
  licence: 'CC_BY_4_0',
};

type Fields = Readonly<Record<string, unknown>>;

async function act(who: string | undefined, name: string, input: object, success: string): Promise<Fields> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await platform.post(
    who,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${success} } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data?.[name] as Fields;
}

async function addressFor(who: string | undefined, id: unknown): Promise<string | undefined> {
  const query = 'query ($id: ID!) { resourceFileAddress(id: $id) { url } }';
  const { data, errors } = await platform.post(who, query, { id });
  expect(errors).toBeUndefined();
  return (data?.['resourceFileAddress'] as { readonly url: string } | null)?.url;
}

const prepare = (who: string, declared: object = {}) =>
  act(
    who,
    'prepareResourceFile',
    { name: 'plan.csv', contentType: 'text/csv', size: table.length, ...declared },
    'id uploadUrl',
  );
const put = (url: unknown, bytes: Buffer) =>
  fetch(String(url), {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { origin: `http://localhost:${platform.settings.ports.portal}` },
  });

describe('a file in the library of a whole platform', () => {
  beforeAll(async () => {
    platform = await startTestPlatform();
  }, 120_000);

  it('goes from its author through the door and a reviewer to a guest', async () => {
    const { id: fileId, uploadUrl } = await prepare('ada');
    expect(new URL(String(uploadUrl)).port).toBe(String(platform.settings.ports.files));
    const sent = await put(uploadUrl, table);
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([
      201,
      `http://localhost:${platform.settings.ports.portal}`,
    ]);
    expect(readFileSync(join(platform.settings.dataFolder, 'files', String(fileId))).equals(table)).toBe(true);
    const open = (who: string | undefined) => addressFor(who, fileId);
    const { resource } = await act('ada', 'draftResource', { content: { ...content, fileId } }, 'resource { id }');
    const { id: resourceId } = resource as { id: string };
    expect(await open(undefined)).toBeUndefined();
    await act('ada', 'submitResource', { resourceId }, 'resource { id }');
    expect(await open('rosa')).toMatch(/^http/);
    expect(await open('nina')).toBeUndefined();
    await act('rosa', 'publishResource', { resourceId }, 'resource { id }');
    const fetched = await fetch((await open(undefined)) ?? '');
    expect(Buffer.from(await fetched.arrayBuffer()).equals(table)).toBe(true);
    expect(fetched.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''plan.csv`);
  });

  it('is refused at the door when it is not what was declared', async () => {
    const { uploadUrl } = await prepare('ada', { contentType: 'application/pdf' });
    expect((await put(uploadUrl, table)).status).toBe(415);
    expect((await put(uploadUrl, table)).status).toBe(404);
  });

  it('is there for guests in the demo library', async () => {
    const { data } = await platform.post(
      undefined,
      '{ resources(kind: FILE, first: 5) { edges { node { file { id name contentType } } } } }',
    );
    const found = data?.['resources'] as
      | { edges: readonly { node: { file: { id: string; name: string } } }[] }
      | undefined;
    const demo = found?.edges.find(({ node }) => node.file.name === 'revision-plan.csv');
    const address = await addressFor(undefined, demo?.node.file.id);
    expect(await (await fetch(address ?? '')).text()).toMatch(/^Demonstration: made up/);
  });
});
