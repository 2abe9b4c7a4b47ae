import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { pathLifecycle, pathVersionLifecycle, type PathVersion } from './path.js';
import { pathPolicy, visiblePaths } from './path.policy.js';

const version: PathVersion = {
  id: toId('v'),
  pathId: toId('p'),
  number: 1,
  status: 'DRAFT',
  authorId,
  reviewerId: undefined,
  publishedAt: undefined,
  version: 1,
};

describe('rights over paths', () => {
  it.each([
    ['anonymous', [], []],
    ['machine', [], []],
    ['staff', [], []],
    ['member', [], ['ENROL']],
    ['president', [], ['ENROL']],
    ['rep', ['SEND_BACK', 'PUBLISH'], ['ENROL', 'DRAFT_VERSION']],
    ['officer', ['SEND_BACK', 'PUBLISH', 'RETIRE'], ['ENROL', 'DRAFT_VERSION']],
    ['author', ['EDIT', 'SUBMIT'], ['ENROL']],
    ['authorRep', ['EDIT', 'SUBMIT'], ['ENROL', 'DRAFT_VERSION']],
    ['authorOfficer', ['EDIT', 'SUBMIT', 'RETIRE'], ['ENROL', 'DRAFT_VERSION']],
    ['system', [], []],
  ] as const)('of %s are exactly %j over a version and %j over a path', (role, overVersion, overPath) => {
    const actor = actors[role];
    if (actor === undefined) throw new Error(`no actor ${role}`);
    expect(pathVersionLifecycle.actions.filter((action) => pathPolicy.canVersion(actor, action, version))).toEqual(
      overVersion,
    );
    expect(pathLifecycle.actions.filter((action) => pathPolicy.can(actor, action))).toEqual(overPath);
    expect(pathPolicy.canDraft(actor)).toBe(overPath.some((action) => action === 'DRAFT_VERSION'));
    expect(visiblePaths(actor).unpublished).toBe(pathPolicy.canDraft(actor) || role === 'system');
  });
});
