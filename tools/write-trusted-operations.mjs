// Writes gateway/trusted-operations.json from every document of the web apps and the client package; `--check` compares instead.
import { globSync, readFileSync } from 'node:fs';
import { gqlPluckFromCodeString } from '@graphql-tools/graphql-tag-pluck';
import { Kind, parse, visit } from 'graphql';
import { canonicalId, canonicalText } from '../gateway/dist/protocol/canonical-operation.js';
import { writeOrCheck } from './written-page.mjs';

/** Fragments are known within one of these, as they are to its types. */
const clients = ['apps/portal', 'apps/desk', 'apps/partners', 'apps/insights', 'packages/client'];
const file = 'gateway/trusted-operations.json';

const operations = new Map();
for (const client of clients)
  for (const operation of operationsOf(await readDefinitions(client))) operations.set(operation.id, operation);

const list = [...operations.values()].toSorted(
  (one, other) => compare(one.name, other.name) || compare(one.id, other.id),
);
const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: list };
writeOrCheck(file, `${JSON.stringify(manifest, null, 2)}\n`);

async function readDefinitions(client) {
  const files = globSync([`${client}/src/**/*.{ts,tsx,graphql}`, `${client}/examples/**/*.ts`], {
    exclude: (name) => /(^|\/)generated(\/|$)|\.test\.tsx?$/.test(String(name)),
  });
  const texts = await Promise.all(files.map(readTexts));
  return texts.flat().flatMap((text) => parse(text, { noLocation: true }).definitions);
}

async function readTexts(path) {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.graphql')) return [text];
  if (!text.includes('graphql')) return [];
  const sources = await gqlPluckFromCodeString(path, text, { globalGqlIdentifierName: ['graphql'], skipIndent: true });
  return sources.map(({ body }) => body);
}

function operationsOf(definitions) {
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsOf(operation, fragments)] };
      return {
        id: canonicalId(document),
        name: operation.name.value,
        type: operation.operation,
        body: canonicalText(document),
      };
    });
}

function fragmentsOf(operation, fragments, used = new Set()) {
  visit(operation, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment) throw new Error(`The fragment ${name.value} is not known.`);
      if (used.has(fragment)) return;
      used.add(fragment);
      fragmentsOf(fragment, fragments, used);
    },
  });
  return [...used];
}

function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
