import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';
import { createCostControl } from '../../src/limits/cost-control.js';
import { defaultOperationLimits } from '../../src/limits/operation-limits.js';
import { findPassedLimits } from '../../src/limits/operation-limits-rule.js';
import { indexSupergraph } from '../../src/supergraph-index.js';

const root = join(import.meta.dirname, '../../..');
const apps = ['portal', 'desk', 'partners', 'insights'];
const costs = createCostControl(
  indexSupergraph(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8')),
  defaultOperationLimits,
);

/** Every operation and fragment of an app, from its documents and from the texts in its pages. */
function definitionsOf(app: string): readonly DefinitionNode[] {
  const documents = globSync(`apps/${app}/src/**/*.graphql`, { cwd: root });
  const pages = globSync(`apps/${app}/src/**/*.{ts,tsx}`, { cwd: root, exclude: (name) => name === 'generated' });
  const texts = [
    ...documents.map((file) => readFileSync(join(root, file), 'utf8')),
    ...pages.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/graphql\(\s*(?:\/\*.*?\*\/\s*)?`([^`]+)`/g)].map(
        ([, text = '']) => text,
      ),
    ),
  ];
  return texts.flatMap((text) => parse(text).definitions);
}

/** The fragments of all operations stand in each document here, so what is counted in the text says nothing. */
const unlimitedText = { aliases: Infinity, directives: Infinity };

describe('the limits leave room for the web apps', () => {
  test.each(apps)('%s asks no more than is allowed, and costs less than half', (app) => {
    const definitions = definitionsOf(app);
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    expect(operations.length).toBeGreaterThan(3);
    for (const operation of operations) {
      const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
      const passed = findPassedLimits(document, { ...defaultOperationLimits, ...unlimitedText });
      expect(passed.map(({ message }) => `${operation.name?.value}: ${message}`)).toEqual([]);
      const cost = costs.ofOperation(document, undefined, {})?.estimated ?? 0;
      expect(`${operation.name?.value} costs ${cost < 5_000 ? 'less' : cost}`).toBe(
        `${operation.name?.value} costs less`,
      );
    }
  });
});
