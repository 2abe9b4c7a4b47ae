import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { z } from 'zod';
import { welcomeQuery } from '../src/banner.js';
import { findWorkspace } from '../src/data-folder.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const folder = join(findWorkspace(import.meta.dirname), 'gateway/explorer/examples');

/** Whom each example tells its reader to be. */
const readers: Readonly<Record<string, string>> = {
  '01-home-screen': 'ada',
  '02-who-am-i': 'omar',
  '03-what-is-on': 'ada',
  '04-groups': 'rosa',
  '05-open-a-case': 'ada',
  '06-department-inbox': 'client:department-housing',
  '07-learning-path': 'ada',
  '08-insights': 'nina',
};
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace(/\.graphql$/, ''));

function operationsOf(name: string): readonly string[] {
  return parse(readFileSync(join(folder, `${name}.graphql`), 'utf8')).definitions.map((definition) =>
    print(definition),
  );
}

function variablesOf(name: string): Readonly<Record<string, unknown>> {
  const known = readdirSync(folder).includes(`${name}.json`);
  return known
    ? z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
    : {};
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 120_000);
afterAll(() => platform.stop());

describe('the examples of the explorer, on the demo union', () => {
  it.each(names)('%s: every query answers without an error and every mutation succeeds', async (name) => {
    for (const operation of operationsOf(name)) {
      const { data, errors } = await platform.post(readers[name], operation, variablesOf(name));
      expect(errors).toBeUndefined();
      if (!operation.startsWith('mutation')) continue;
      const [result] = Object.values(data ?? {});
      expect(result).toMatchObject({ __typename: expect.stringMatching(/Success$/) });
    }
  });

  it('open with the query that a start prints', () => {
    const [home = ''] = operationsOf('01-home-screen');
    expect(home.replace('query HomeScreen ', '')).toBe(print(parse(welcomeQuery)));
  });
});
