import { describe, expect, it } from '@jest/globals';
import { toId, type Id } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { orderItems, type Collection } from './collection.js';
import { collectionPolicy, visibleCollections } from './collection.policy.js';

const collection: Collection = {
  id: toId('018f0000-0000-7000-8000-000000000001'),
  ownerId: authorId,
  title: 'T',
  description: '',
  visibility: 'PUBLIC',
  changedAt: new Date(0),
  version: 1,
};

describe('rights over a collection', () => {
  it.each(Object.entries(actors))('belong to its owner alone: %s', (role, actor) => {
    const isOwner = ['author', 'authorRep', 'authorOfficer'].includes(role);
    expect(collectionPolicy.actions.filter((action) => collectionPolicy.can(actor, action, collection))).toEqual(
      isOwner ? ['EDIT', 'DELETE'] : [],
    );
    expect(visibleCollections(actor).own === authorId).toBe(isOwner);
  });

  it.each(Object.entries(actors))('to make one belong to members: %s', (role, actor) => {
    const members = ['member', 'president', 'rep', 'officer', 'author', 'authorRep', 'authorOfficer'];
    expect(collectionPolicy.canCreate(actor)).toBe(members.includes(role));
  });
});

describe('a new order', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((end): Id<'Resource'> => toId(`018f0000-0000-7000-8000-00000000000${end}`));
  const held = [a, b, c].filter((id) => id !== undefined);

  it('puts what is named first and leaves the rest in its order', () => {
    expect(orderItems(held, held.slice(2))).toEqual({ ok: true, value: [c, a, b] });
  });

  it.each([
    ['the same twice', [0, 0]],
    ['something else', [0, 7]],
  ])('is refused for %s', (_case, places) => {
    const asked = places.map((place) => held[place] ?? toId<'Resource'>('018f0000-0000-7000-8000-0000000000ff'));
    expect(orderItems(held, asked)).toMatchObject({ error: { fields: [{ rule: 'UNKNOWN' }] } });
  });
});
