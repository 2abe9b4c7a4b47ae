#!/usr/bin/env node
// Writes src/generated/graphql.ts of the service it is run in: the `codegen` script of every service.
import { writeResolverTypes } from '../src/resolver-types.mjs';

try {
  const { file, changed } = await writeResolverTypes(process.cwd());
  console.log(`${changed ? 'wrote' : 'unchanged'} ${file}`);
} catch (error) {
  console.error(`The SDL of this service gives no types: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
