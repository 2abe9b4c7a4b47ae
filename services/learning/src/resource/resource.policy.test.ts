import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { resourceLifecycle, type Resource } from './resource.js';
import { resourcePolicy, visibleResources } from './resource.policy.js';

const resource: Resource = {
  id: toId('r'),
  title: 'T',
  summary: 'S',
  body: 'B',
  kind: 'GUIDE',
  language: 'en',
  subject: 'X',
  licence: 'CC0_1_0',
  authorId,
  status: 'DRAFT',
  reviewerId: undefined,
  publishedAt: undefined,
  version: 1,
};

describe('rights over a resource', () => {
  it.each([
    ['anonymous', []],
    ['machine', []],
    ['staff', []],
    ['member', []],
    ['president', []],
    ['rep', ['SEND_BACK', 'PUBLISH']],
    ['officer', ['SEND_BACK', 'PUBLISH', 'RETIRE']],
    ['author', ['EDIT', 'SUBMIT', 'RETIRE']],
    ['authorRep', ['EDIT', 'SUBMIT', 'RETIRE']],
    ['authorOfficer', ['EDIT', 'SUBMIT', 'RETIRE']],
    ['system', []],
  ] as const)('of %s are exactly %j', (role, actions) => {
    const actor = actors[role];
    if (actor === undefined) throw new Error(`no actor ${role}`);
    expect(resourceLifecycle.actions.filter((action) => resourcePolicy.can(actor, action, resource))).toEqual(actions);
  });

  it.each(Object.entries(actors))('to draft belong to members: %s', (role, actor) => {
    expect(resourcePolicy.canDraft(actor)).toBe(
      ['member', 'president', 'rep', 'officer', 'author', 'authorRep', 'authorOfficer'].includes(role),
    );
  });

  it.each(Object.entries(actors))('to see what is not published belong to those who review: %s', (role, actor) => {
    expect(visibleResources(actor).reviewed).toBe(['rep', 'officer', 'authorRep', 'authorOfficer'].includes(role));
    expect(visibleResources(actor).everything).toBe(role === 'system');
  });
});
