import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@guildhall/service-identity';
import { decideTokenPolicy, factsOf, meets } from '../../src/access/access-facts.js';
import { readAccessRules } from '../../src/access/access-rules.js';
import { accessIndex } from './access-graph.js';

const rules = readAccessRules(accessIndex);

const person = (...scopes: string[]): Caller => ({
  kind: 'person',
  subject: 'ada',
  clientId: 'portal',
  scopes,
  authenticatedAt: '2026-01-01T00:00:00.000Z',
});
const machine = (...scopes: string[]): Caller => ({ kind: 'machine', clientId: 'figures', scopes });
const nobody: Caller = { kind: 'anonymous' };

function mayRead(caller: Caller, typeName: string, fieldName: string): boolean {
  const facts = factsOf(caller, decideTokenPolicy);
  return rules.ofField(typeName, fieldName).every((position) => {
    const requirement = rules.requirements[position];
    return requirement !== undefined && meets(requirement, facts);
  });
}

describe('who may have a field', () => {
  test('a field without a directive is for everybody', () => {
    expect(mayRead(nobody, 'Person', 'id')).toBe(true);
  });

  test('@authenticated asks for a token, of a person or of a machine', () => {
    expect([nobody, person(), machine()].map((caller) => mayRead(caller, 'Person', 'email'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test.each([
    [[], false],
    [['contact:read'], false],
    [['phone'], false],
    [['contact:read', 'phone'], true],
    [['admin'], true],
    [['phone', 'admin'], true],
  ])('scopes %j under [["contact:read", "phone"], ["admin"]]: %s', (scopes, isAllowed) => {
    expect(mayRead(person(...scopes), 'Person', 'phone')).toBe(isAllowed);
  });

  test.each([
    [['left'], false],
    [['right'], false],
    [['left', 'right'], true],
  ])('scopes %j under what two services ask together, by another name: %s', (scopes, isAllowed) => {
    expect(mayRead(person(...scopes), 'Person', 'both')).toBe(isAllowed);
  });

  test('a field that returns a protected type, scalar or enum is protected', () => {
    expect(mayRead(person(), 'Query', 'vault')).toBe(false);
    expect(mayRead(person('vault'), 'Query', 'vault')).toBe(true);
    expect(mayRead(person('vault'), 'Person', 'salary')).toBe(false);
    expect(mayRead(person('money'), 'Person', 'salary')).toBe(true);
    expect(mayRead(nobody, 'Person', 'rank')).toBe(false);
  });

  test('every field of a protected type is protected', () => {
    expect(mayRead(person(), 'Vault', 'note')).toBe(false);
  });

  test('a field selected on an interface needs what every type behind it needs', () => {
    expect(mayRead(nobody, 'Person', 'label')).toBe(true);
    expect(mayRead(nobody, 'Named', 'label')).toBe(false);
    expect(mayRead(nobody, 'Named', 'name')).toBe(true);
  });

  test('a policy is decided by facts of the token, and one that nobody knows is denied', () => {
    expect(mayRead(person(), 'Person', 'file')).toBe(true);
    expect(mayRead(machine(), 'Person', 'file')).toBe(false);
    expect(mayRead(machine('sealed', 'nobody-knows'), 'File', 'secret')).toBe(false);
  });
});
