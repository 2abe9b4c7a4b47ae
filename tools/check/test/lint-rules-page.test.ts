import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import eslintConfig from '../../../eslint.config.mjs';
import { rulesOnPage } from './rules-on-page.js';

test('the page of lint rules gives a reason for exactly the rules that oxlint runs', () => {
  const config: unknown = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'));
  expect(config).toHaveProperty('rules');
  expect(rulesOnPage(/^(?!Boundaries|GraphQL)/)).toEqual(Object.keys(Object(config).rules).sort());
});

test('the page of lint rules gives a reason for exactly the rules that run on GraphQL', () => {
  const rules = new Set(
    eslintConfig.flatMap((part: object) => ('rules' in part ? Object.keys(Object(part.rules)) : [])),
  );
  const needSchema = ['@graphql-eslint/fields-on-correct-type', '@graphql-eslint/no-deprecated'];
  expect(rulesOnPage(/^GraphQL/)).toEqual([...new Set([...rules, ...needSchema])].sort());
});
