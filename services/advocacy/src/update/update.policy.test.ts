import { describe, expect, it } from '@jest/globals';
import { anonymous, systemActor } from '@guildhall/kernel';
import { viewers } from '../../test/viewers.js';
import { tellingTask, updatePolicy } from './update.policy.js';

describe('news', () => {
  it('is told by the platform’s own task and by nobody else', () => {
    expect(updatePolicy.canTell(systemActor(tellingTask))).toBe(true);
    expect(updatePolicy.canTell(systemActor('fall-dormant'))).toBe(false);
    for (const { actor } of Object.values(viewers)) expect(updatePolicy.canTell(actor)).toBe(false);
  });

  it('belongs to members', () => {
    expect(updatePolicy.ownNews(anonymous)).toBeUndefined();
    expect(updatePolicy.ownNews(viewers['department lead'].actor)).toBeUndefined();
  });
});
