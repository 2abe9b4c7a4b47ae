import { expect, it } from '@jest/globals';
import { actors } from '../../test/actors.js';
import { resourceFilePolicy } from './resource-file.policy.js';

it('lets every active member send a file, and nobody else', () => {
  const able = Object.entries(actors).filter(([, actor]) => resourceFilePolicy.canSend(actor));
  expect(able.map(([name]) => name)).toEqual([
    'member',
    'president',
    'rep',
    'officer',
    'author',
    'authorRep',
    'authorOfficer',
  ]);
});
