// Writes docs/schema-reference.md from gateway/api.graphql; `--check` compares instead.
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { schemaReference } from './schema-reference.mjs';
import { writeOrCheck } from './written-page.mjs';

writeOrCheck(
  'docs/schema-reference.md',
  schemaReference(buildSchema(readFileSync('gateway/api.graphql', 'utf8'), { assumeValid: true })),
);
