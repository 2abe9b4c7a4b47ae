import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { housing, viewers, type ViewerName } from '../../test/viewers.js';
import { apiClientPolicy, visibleApiClients } from './api-client.policy.js';
import { checkApiClient, possibleFor, revokeClient, rotateSecret, type ApiClient } from './api-client.js';

const now = new Date('2026-10-05T09:00:00Z');
const client: ApiClient = {
  id: toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  clientId: 'department-one',
  departmentId: housing,
  name: 'Case system',
  scopes: ['referrals:read'],
  registeredAt: now,
  registeredBy: 'dirk',
  revokedAt: undefined,
  secretHash: 'one',
  oldSecretHash: undefined,
  oldSecretUntil: undefined,
  version: 1,
};
const elsewhere = { ...client, secretHash: undefined };
const revoked = { ...client, revokedAt: now };

describe('the life of a department’s program', () => {
  it.each([
    ['that works', client, ['ROTATE', 'REVOKE']],
    ['whose secret the university keeps', elsewhere, ['REVOKE']],
    ['that was revoked', revoked, []],
  ] as const)('allows for one %s exactly this', (_what, each, actions) => {
    expect(possibleFor(each)).toEqual(actions);
    expect(rotateSecret(each, 'two', now).ok).toBe(actions.some((action) => action === 'ROTATE'));
    expect(revokeClient(each, now).ok).toBe(actions.some((action) => action === 'REVOKE'));
  });

  it('takes the old secret for a day after a rotation, and none after it is revoked', () => {
    const rotated = rotateSecret(client, 'two', now);
    expect(rotated).toMatchObject({
      value: { secretHash: 'two', oldSecretHash: 'one', oldSecretUntil: new Date('2026-10-06T09:00:00Z') },
    });
    expect(rotated.ok && rotateSecret(rotated.value, 'three', now)).toMatchObject({
      value: { secretHash: 'three', oldSecretHash: 'two' },
    });
    expect(rotated.ok && revokeClient(rotated.value, now)).toMatchObject({
      value: { secretHash: undefined, oldSecretHash: undefined, oldSecretUntil: undefined, revokedAt: now },
    });
  });
});

describe('the request for a program', () => {
  const asked = { name: ' Case system ', scopes: ['status:read', 'referrals:read'] as const, clientId: undefined };

  it('names it and what it may do, and an id exactly when the university gave one', () => {
    expect(checkApiClient(asked, 'PLATFORM')).toMatchObject({
      value: { name: 'Case system', scopes: ['referrals:read', 'status:read'] },
    });
    expect(checkApiClient({ ...asked, clientId: 'mine' }, 'PLATFORM')).toMatchObject({
      error: { fields: [{ path: 'clientId', rule: 'CONTRADICTION' }] },
    });
    expect(checkApiClient({ ...asked, clientId: 'housing-system' }, 'UNIVERSITY').ok).toBe(true);
    for (const clientId of [undefined, ' '])
      expect(checkApiClient({ ...asked, clientId }, 'UNIVERSITY')).toMatchObject({
        error: { fields: [{ path: 'clientId', rule: 'REQUIRED' }, ...(clientId === undefined ? [] : [{}])] },
      });
    expect(checkApiClient({ ...asked, name: '', scopes: [] }, 'PLATFORM')).toMatchObject({
      error: { fields: [{ path: 'name' }, { path: 'scopes' }] },
    });
  });

  it.each(['portal', 'analytics', 'a b', 'x\n'])('is refused for the id %j', (clientId) => {
    expect(checkApiClient({ ...asked, clientId }, 'UNIVERSITY').ok).toBe(clientId === 'x\n');
  });
});

describe('the rights over programs', () => {
  it.each(Object.keys(viewers) as ViewerName[])('are the department lead’s, and of %s otherwise none', (name) => {
    const { actor } = viewers[name];
    expect(apiClientPolicy.canManage(actor, housing)).toBe(name === 'department lead');
    expect(visibleApiClients(actor).departmentIds.includes(housing)).toBe(name === 'department lead');
  });
});
