// Only GraphQL is linted by ESLint; TypeScript is oxlint's. Reasons: docs/lint-rules.md.
import { existsSync } from 'node:fs';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { guildhallRules } from './tools/check/graphql-rules.mjs';

const apiSchema = 'gateway/api.graphql';
const everyOwnRule = Object.keys(guildhallRules.rules).map((name) => [`guildhall/${name}`, 'error']);

const language = { languageOptions: { parser: graphqlPlugin.parser } };

/** @type {import('eslint').Linter.Config} */
const schemaRules = {
  ...language,
  files: ['services/*/src/**/*.graphql', 'packages/subgraph/*.graphql'],
  plugins: { '@graphql-eslint': graphqlPlugin, guildhall: guildhallRules },
  rules: {
    ...Object.fromEntries(everyOwnRule),
    '@graphql-eslint/naming-convention': [
      'error',
      {
        types: 'PascalCase',
        FieldDefinition: 'camelCase',
        InputValueDefinition: 'camelCase',
        EnumValueDefinition: 'UPPER_CASE',
        DirectiveDefinition: 'camelCase',
        'FieldDefinition[parent.name.value=Query]': { style: 'camelCase', forbiddenPrefixes: ['get', 'list', 'find'] },
      },
    ],
    '@graphql-eslint/no-typename-prefix': 'error',
    '@graphql-eslint/require-deprecation-reason': 'error',
  },
};

/** @type {import('eslint').Linter.Config} */
const operationRules = {
  files: ['gateway/explorer/**/*.graphql', 'packages/client/**/*.graphql', 'apps/*/src/**/*.graphql'],
  plugins: { '@graphql-eslint': graphqlPlugin },
  languageOptions: {
    parser: graphqlPlugin.parser,
    parserOptions: existsSync(apiSchema) ? { graphQLConfig: { schema: apiSchema } } : {},
  },
  rules: {
    '@graphql-eslint/no-anonymous-operations': 'error',
    ...(existsSync(apiSchema)
      ? { '@graphql-eslint/fields-on-correct-type': 'error', '@graphql-eslint/no-deprecated': 'error' }
      : {}),
  },
};

export default [
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/generated/**',
      '**/fixtures/**',
      'gateway/*.graphql',
      '**/*.{js,mjs,cjs}',
    ],
  },
  schemaRules,
  operationRules,
];
