import { expect, it } from '@jest/globals';
import { actors, whoMay } from '../../test/personas.js';
import { visibleCounts } from './count.policy.js';

it('nobody but the platform reads a count before its election has a provisional result', () => {
  expect(whoMay((actor) => visibleCounts(actor).everything)).toEqual(
    Object.entries(actors)
      .filter(([, actor]) => actor.kind === 'system')
      .map(([name]) => name),
  );
});
