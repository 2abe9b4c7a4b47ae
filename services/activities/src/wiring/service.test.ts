import { describe, expect, it } from '@jest/globals';
import { memberIds, personas } from '../../test/personas.js';
import { claim, host, opportunity, shift, shiftStart, signup } from '../../test/service-things.js';
import { hostLifecycle, type HostAction, type HostStatus } from '../host/host.js';
import { hostPolicy } from '../host/host.policy.js';
import { hoursClaimLifecycle, type HoursClaimAction, type HoursClaimStatus } from '../hours-claim/hours-claim.js';
import { hoursClaimPolicy } from '../hours-claim/hours-claim.policy.js';
import { bandsAt, currentHoursRules, hoursRulesOf } from '../hours-claim/hours-rules.js';
import { opportunityLifecycle, type OpportunityAction, type OpportunityStatus } from '../opportunity/opportunity.js';
import { opportunityPolicy } from '../opportunity/opportunity.policy.js';
import { shiftLifecycle, type ShiftAction, type ShiftStatus } from '../shift/shift.js';
import { shiftPolicy } from '../shift/shift.policy.js';
import { signupLifecycle, type SignupAction, type SignupStatus } from '../signup/signup.js';
import { signupPolicy } from '../signup/signup.policy.js';

const before = new Date(shiftStart.getTime() - 1);
const after = shift.endsAt;
const facts = { host, opportunity, shift, signup };
type Role = keyof typeof personas;
const roles = Object.keys(personas) as Role[];
/** Rights that nobody but these roles has. */
type Granted<Action> = Readonly<Partial<Record<Role, readonly Action[]>>>;

describe('a host', () => {
  it.each<readonly [HostStatus, readonly HostAction[]]>([
    ['ACTIVE', ['EDIT', 'CLOSE', 'DRAFT_OPPORTUNITY', 'READ_CLAIMS']],
    ['CLOSED', ['REOPEN', 'READ_CLAIMS']],
  ])('allows when %s what the table says', (status, possible) => {
    expect(hostLifecycle.possible({ ...host, status }, before)).toEqual(possible);
  });

  const union: readonly HostAction[] = ['EDIT', 'CLOSE', 'REOPEN', 'DRAFT_OPPORTUNITY'];
  const granted: Granted<HostAction> = {
    officer: ['DRAFT_OPPORTUNITY', 'READ_CLAIMS'],
    unionOfficer: union,
    bothOfficer: [...union, 'READ_CLAIMS'],
  };
  it.each(roles)('gives %s the rights of the table', (role) => {
    expect(hostLifecycle.actions.filter((action) => hostPolicy.can(personas[role], action, host))).toEqual(
      granted[role] ?? [],
    );
  });
});

describe('an opportunity', () => {
  it.each<readonly [OpportunityStatus, readonly OpportunityAction[]]>([
    ['DRAFT', ['EDIT', 'VET', 'CLOSE']],
    ['VETTED', ['OPEN', 'CLOSE', 'PLAN_SHIFT']],
    ['OPEN', ['FILL', 'CLOSE', 'PLAN_SHIFT']],
    ['FILLED', ['REOPEN', 'CLOSE', 'PLAN_SHIFT']],
    ['CLOSED', []],
  ])('allows when %s what the table says, and of a closed host only to end it', (status, possible) => {
    const at = { host, opportunity: { ...opportunity, status } };
    expect(opportunityLifecycle.possible(at, before)).toEqual(possible);
    const ended = possible.filter((action) => ['EDIT', 'FILL', 'CLOSE'].includes(action));
    expect(opportunityLifecycle.possible({ ...at, host: { ...host, status: 'CLOSED' } }, before)).toEqual(ended);
  });

  const run: readonly OpportunityAction[] = ['EDIT', 'OPEN', 'FILL', 'REOPEN', 'CLOSE', 'PLAN_SHIFT'];
  const granted: Granted<OpportunityAction> = {
    officer: run,
    unionOfficer: ['EDIT', 'VET', 'OPEN', 'FILL', 'REOPEN', 'CLOSE', 'PLAN_SHIFT'],
    bothOfficer: run,
  };
  it.each(roles)('gives %s the rights of the table', (role) => {
    expect(
      opportunityLifecycle.actions.filter((action) => opportunityPolicy.can(personas[role], action, facts)),
    ).toEqual(granted[role] ?? []);
  });

  it('is not vetted by whoever drafted it', () => {
    const drafted = { host, opportunity: { ...opportunity, draftedBy: memberIds.uma } };
    expect(opportunityPolicy.can(personas.unionOfficer, 'VET', drafted)).toBe(false);
  });
});

describe('a shift', () => {
  it.each<readonly [ShiftStatus, readonly ShiftAction[], readonly ShiftAction[]]>([
    ['PLANNED', ['SIGN_UP', 'READ_SIGNUPS', 'CALL_OFF'], ['READ_SIGNUPS']],
    ['CANCELLED', ['READ_SIGNUPS'], ['READ_SIGNUPS']],
  ])('allows when %s what the table says, before it begins and after', (status, ahead, begun) => {
    const at = { ...facts, shift: { ...shift, status } };
    expect(shiftLifecycle.possible(at, before)).toEqual(ahead);
    expect(shiftLifecycle.possible(at, shiftStart)).toEqual(begun);
    const filled = { ...at, opportunity: { ...opportunity, status: 'FILLED' as const } };
    expect(shiftLifecycle.can('SIGN_UP', filled, before)).toBe(false);
  });

  const granted: Granted<ShiftAction> = {
    stranger: ['SIGN_UP'],
    member: ['SIGN_UP'],
    officer: ['SIGN_UP', 'READ_SIGNUPS', 'CALL_OFF'],
    unionOfficer: ['SIGN_UP', 'CALL_OFF'],
    bothOfficer: ['SIGN_UP', 'READ_SIGNUPS', 'CALL_OFF'],
  };
  it.each(roles)('gives %s the rights of the table', (role) => {
    expect(shiftLifecycle.actions.filter((action) => shiftPolicy.can(personas[role], action, facts))).toEqual(
      granted[role] ?? [],
    );
  });
});

describe('a sign-up', () => {
  it.each<readonly [SignupStatus, readonly SignupAction[], readonly SignupAction[]]>([
    ['REQUESTED', ['ACCEPT', 'DECLINE', 'WITHDRAW', 'VOID'], ['DECLINE', 'VOID']],
    ['ACCEPTED', ['WITHDRAW', 'OFFER_SWAP', 'VOID'], ['RECORD', 'LAPSE', 'VOID']],
    ['SWAP_OFFERED', ['WITHDRAW', 'KEEP', 'TAKE_SWAP', 'VOID'], ['RECORD', 'LAPSE', 'VOID']],
    ['SWAPPED', [], []],
    ['WORKED', [], ['RECORD', 'CLAIM_HOURS']],
    ['ABSENT', [], ['RECORD']],
    ['EXCUSED', [], ['RECORD']],
    ['WITHDRAWN', [], []],
    ['DECLINED', [], []],
    ['VOID', [], []],
  ])('allows when %s what the table says, before the shift and after', (status, ahead, over) => {
    const at = { ...facts, signup: { ...signup, status } };
    expect(signupLifecycle.possible(at, before)).toEqual(ahead);
    expect(signupLifecycle.possible(at, after)).toEqual(over);
  });

  const granted: Granted<SignupAction> = {
    stranger: ['TAKE_SWAP'],
    member: ['WITHDRAW', 'OFFER_SWAP', 'KEEP', 'CLAIM_HOURS'],
    officer: ['ACCEPT', 'DECLINE', 'TAKE_SWAP', 'RECORD'],
    unionOfficer: ['TAKE_SWAP'],
    bothOfficer: ['ACCEPT', 'DECLINE', 'TAKE_SWAP', 'RECORD'],
    system: ['LAPSE', 'VOID'],
  };
  it.each(roles)('gives %s the rights of the table over ada’s', (role) => {
    expect(signupLifecycle.actions.filter((action) => signupPolicy.can(personas[role], action, facts))).toEqual(
      granted[role] ?? [],
    );
  });

  it('is accepted while the shift goes on, and what was learned is seen by its member and the host alone', () => {
    const asked = { ...facts, signup: { ...signup, status: 'REQUESTED' as const } };
    expect(signupLifecycle.can('ACCEPT', asked, shiftStart)).toBe(true);
    expect(signupLifecycle.can('LAPSE', { ...asked, signup }, before)).toBe(false);
    expect(roles.filter((role) => signupPolicy.canSeeTraining(personas[role], facts))).toEqual(
      roles.filter((role) => ['member', 'officer', 'bothOfficer'].includes(role)),
    );
  });

  it('is never decided or recorded by oneself, nor taken by whom it is not offered to', () => {
    const own = { ...facts, signup: { ...signup, memberId: memberIds.omar } };
    expect(
      ['ACCEPT', 'DECLINE', 'RECORD'].map((action) => signupPolicy.can(personas.officer, action as SignupAction, own)),
    ).toEqual([false, false, false]);
    const named = { ...facts, signup: { ...signup, swapToId: memberIds.rosa } };
    expect(signupPolicy.can(personas.stranger, 'TAKE_SWAP', named)).toBe(true);
    expect(signupPolicy.can(personas.unionOfficer, 'TAKE_SWAP', named)).toBe(false);
    expect(signupPolicy.canSeeMember(personas.stranger, named)).toBe(true);
    expect(signupPolicy.canSeeMember(personas.stranger, facts)).toBe(false);
  });
});

describe('a claim of hours', () => {
  it.each<readonly [HoursClaimStatus, readonly HoursClaimAction[]]>([
    ['DRAFT', ['EDIT', 'SUBMIT']],
    ['SUBMITTED', ['VERIFY', 'QUERY', 'REJECT']],
    ['QUERIED', ['EDIT', 'SUBMIT']],
    ['VERIFIED', ['VOID']],
    ['REJECTED', []],
    ['VOIDED', []],
  ])('allows when %s what the table says', (status, possible) => {
    expect(hoursClaimLifecycle.possible({ host, claim: { ...claim, status } }, after)).toEqual(possible);
  });

  const verify: readonly HoursClaimAction[] = ['VERIFY', 'QUERY', 'REJECT', 'VOID'];
  const granted: Granted<HoursClaimAction> = { member: ['EDIT', 'SUBMIT'], officer: verify, bothOfficer: verify };
  it.each(roles)('gives %s the rights of the table over ada’s', (role) => {
    expect(
      hoursClaimLifecycle.actions.filter((action) => hoursClaimPolicy.can(personas[role], action, { claim, host })),
    ).toEqual(granted[role] ?? []);
  });

  it('is never verified by whoever made it', () => {
    const own = { host, claim: { ...claim, memberId: memberIds.omar } };
    expect(hoursClaimPolicy.can(personas.officer, 'VERIFY', own)).toBe(false);
  });
});

describe('the bands of recognition', () => {
  it('are reached by the minute', () => {
    expect(bandsAt(1199, currentHoursRules)).toEqual({ reached: undefined, next: { name: 'BRONZE', fromHours: 20 } });
    expect(bandsAt(1200, currentHoursRules)).toMatchObject({ reached: { name: 'BRONZE' }, next: { name: 'SILVER' } });
    expect(bandsAt(6000, currentHoursRules)).toEqual({ reached: { name: 'GOLD', fromHours: 100 }, next: undefined });
  });

  it('keep the version before', () => {
    expect(hoursRulesOf({ rulesVersion: 1 }).bands.map(({ fromHours }) => fromHours)).toEqual([50, 100, 300, 500]);
    expect(() => hoursRulesOf({ rulesVersion: 9 })).toThrow('version 9');
  });
});
