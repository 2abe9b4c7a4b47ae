import { expect, it } from '@jest/globals';
import { whoMay } from '../../test/personas.js';
import { suggestionPolicy } from './suggestion.policy.js';

it('lets active members dismiss suggestions', () => {
  expect(whoMay(suggestionPolicy.canDismiss)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
});
