import { expect, it } from '@jest/globals';
import { memberIds, whoMay } from '../../test/personas.js';
import { defaultDiscoverability } from './discoverability.js';
import { discoverabilityPolicy } from './discoverability.policy.js';

it('lets members choose who may find them, and nobody else', () => {
  const choice = defaultDiscoverability(memberIds.ada);
  expect(whoMay((actor) => discoverabilityPolicy.canChange(actor, choice))).toEqual(['ada']);
});
