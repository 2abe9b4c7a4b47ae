#!/usr/bin/env node
// `npm run gen -- mutation SERVICE AGGREGATE VERB-NOUN --does "SENTENCE"`: docs/how-to/add-a-mutation.md.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addMutation } from '../src/add-mutation.mjs';

const usage = `npm run gen -- mutation SERVICE AGGREGATE VERB-NOUN --does "SENTENCE"
for example: npm run gen -- mutation membership group rename-group --does "Gives a group another name."`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { does: { type: 'string' } } });
const [kind, service, aggregate, verbNoun] = positionals;

if (kind !== 'mutation' || !service || !aggregate || !verbNoun || !values.does) {
  console.error(usage);
  process.exitCode = 2;
} else {
  generate({ service, aggregate, verbNoun, does: values.does });
}

function generate(request) {
  try {
    const { files, remaining } = addMutation(path.resolve(import.meta.dirname, '../../..'), request);
    console.log(files.map((file) => `wrote ${file}`).join('\n') + remaining);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
