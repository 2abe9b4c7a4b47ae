import { describe, expect, it } from '@jest/globals';
import { toId, type Actor } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { resourceLifecycle, type Resource, type ResourceAction } from './resource.js';
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
  address: undefined,
  tags: [],
  courseIds: [],
  fileId: undefined,
  authorId,
  status: 'DRAFT',
  work: 'DRAFT',
  number: 1,
  reviewerId: undefined,
  publishedAt: undefined,
  revisedAt: undefined,
  flaggedAt: undefined,
  version: 1,
};

function actorOf(role: string): Actor {
  const actor = actors[role];
  if (actor === undefined) throw new Error(`no actor ${role}`);
  return actor;
}

describe('rights over a resource', () => {
  it.each([
    ['anonymous', []],
    ['machine', []],
    ['staff', []],
    ['member', ['RATE', 'REPORT']],
    ['president', ['RATE', 'REPORT']],
    ['rep', ['SEND_BACK', 'PUBLISH', 'HOLD', 'RESTORE', 'RATE', 'REPORT']],
    ['officer', ['SEND_BACK', 'PUBLISH', 'RETIRE', 'HOLD', 'RESTORE', 'RATE', 'REPORT']],
    ['author', ['EDIT', 'SUBMIT', 'RETIRE', 'REVISE', 'DISCARD_REVISION']],
    ['authorRep', ['EDIT', 'SUBMIT', 'RETIRE', 'REVISE', 'DISCARD_REVISION']],
    ['authorOfficer', ['EDIT', 'SUBMIT', 'RETIRE', 'REVISE', 'DISCARD_REVISION']],
    ['system', []],
  ] as const)('of %s are exactly %j', (role, actions) => {
    const can = (action: ResourceAction) => resourcePolicy.can(actorOf(role), action, resource);
    expect(resourceLifecycle.actions.filter(can)).toEqual(actions);
  });

  it('to take it out belong to those who review it too, while it is held back', () => {
    const held: Resource = { ...resource, status: 'HELD', work: undefined };
    const may = Object.keys(actors).filter((role) => resourcePolicy.can(actorOf(role), 'RETIRE', held));
    expect(may).toEqual(['rep', 'officer', 'author', 'authorRep', 'authorOfficer']);
  });

  it.each([
    ['canReadWork', 'DRAFT', ['author', 'authorRep', 'authorOfficer', 'system']],
    ['canReadWork', 'IN_REVIEW', ['rep', 'officer', 'author', 'authorRep', 'authorOfficer', 'system']],
    ['canReadRemarks', 'DRAFT', ['rep', 'officer', 'author', 'authorRep', 'authorOfficer']],
    ['canReadReports', 'DRAFT', ['rep', 'officer']],
    ['canReadDecisions', 'DRAFT', ['rep', 'officer', 'author', 'authorRep', 'authorOfficer']],
  ] as const)('%s with %s in work belong to %j', (right, work, roles) => {
    const may = Object.keys(actors).filter((role) => resourcePolicy[right](actorOf(role), { ...resource, work }));
    expect(may).toEqual(roles);
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
