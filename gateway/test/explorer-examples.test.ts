import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { z } from 'zod';

const gateway = join(import.meta.dirname, '..');
const folder = join(gateway, 'explorer/examples');
const schema = buildSchema(readFileSync(join(gateway, 'api.graphql'), 'utf8'));
const files = readdirSync(folder).sort();
const documents = files.filter((name) => name.endsWith('.graphql'));

describe('the example operations of the explorer', () => {
  it.each(documents)('%s fits the schema of the graph', (name) => {
    expect(validate(schema, parse(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });

  it('each have a name, so that logs and the tab can tell them apart', () => {
    for (const name of documents) {
      for (const definition of parse(readFileSync(join(folder, name), 'utf8')).definitions) {
        expect(definition).toMatchObject({ kind: 'OperationDefinition', name: { kind: 'Name' } });
      }
    }
  });

  it('have variables only beside a document of that name that takes them', () => {
    for (const name of files.filter((file) => file.endsWith('.json'))) {
      expect(files).toContain(name.replace(/\.json$/, '.graphql'));
      const variables = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      const text = readFileSync(join(folder, name.replace(/\.json$/, '.graphql')), 'utf8');
      for (const variable of Object.keys(variables)) expect(text).toContain(`$${variable}:`);
    }
  });

  it('open with the home screen', () => {
    const first = parse(readFileSync(join(folder, documents[0] ?? ''), 'utf8'));
    expect(getOperationAST(first, 'HomeScreen')?.operation).toBe('query');
  });
});
