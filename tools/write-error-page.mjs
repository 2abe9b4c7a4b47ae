// Writes docs/errors.md from the error catalogue of @guildhall/kernel; `--check` compares instead.
import { errorCatalogue } from '../packages/kernel/dist/index.js';
import { writeOrCheck } from './written-page.mjs';

const intro = `# Errors

Generated from the error catalogue in \`packages/kernel\` by \`node tools/write-error-page.mjs\`: edit the catalogue, not this page.

Every answer carries \`data\`, \`errors\`, or both. What a person can do wrong is part of the schema: each mutation returns a
union of its success and the errors below that implement \`UserError\`. The list \`errors\` is for requests that cannot be run
and for faults. Switch on names and codes; \`message\` is English, may change, and is safe to show.
`;

const table = (heading, entries) =>
  [
    `| ${heading} | when | what to do |`,
    '| --- | --- | --- |',
    ...entries.map(({ name, when, remedy }) => `| \`${name}\` | ${cell(when)} | ${cell(remedy)} |`),
  ].join('\n');

const cell = (text) => text.replaceAll('|', '&#124;').replaceAll('\n', ' ');

const page = `${intro}
## Codes in \`errors[].extensions.code\`

${table('code', errorCatalogue.topLevel)}

## Members of result unions

A service adds its own where a client would act differently on it; those are described in the schema.

${table('type', errorCatalogue.userErrors)}
`;

writeOrCheck('docs/errors.md', page);
