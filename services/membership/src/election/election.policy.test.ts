import { describe, expect, it } from '@jest/globals';
import type { Actor, PersonActor } from '@guildhall/kernel';
import { actors } from '../../test/personas.js';
import { otto, sampleElection } from '../../test/sample-election.js';
import { electionLifecycle, noStanding, type ElectionAction, type ElectionStanding } from './election.js';
import { electionPolicy } from './election.policy.js';
import { visibleElections } from './election-scope.js';

const people = {
  anonymous: actors.anonymous,
  machine: actors.machine,
  system: actors.system,
  ada: actors.ada,
  mo: actors.mo,
  uma: actors.uma,
  carl: actors.carl,
  sys: actors.sys,
  otto,
  // Who runs elections and studies here as well.
  olga: { ...otto, subject: 'olga', memberId: actors.mo.memberId },
} as const satisfies Readonly<Record<string, Actor>>;
type Name = keyof typeof people;

const elector: ElectionStanding = { ...noStanding, isElector: true };
const who = (action: ElectionAction, { election = sampleElection, standing = elector } = {}): readonly Name[] =>
  (Object.keys(people) as Name[]).filter((name) => electionPolicy.can(people[name], action, { election, standing }));

const officers = ['otto', 'olga'];
const trustees = ['sys', 'otto', 'olga'];
const members = ['ada', 'mo', 'uma'];
const expected: Readonly<Record<ElectionAction, readonly string[]>> = {
  EDIT: officers,
  EDIT_CONTESTS: officers,
  ANNOUNCE: officers,
  REGISTER_KEY: trustees,
  NOMINATE: members,
  PUBLISH_CANDIDATES: officers,
  VOTE: [],
  OPEN_BALLOTS: trustees,
  COMPLAIN: members,
  RULE_ON_COMPLAINTS: officers,
  DECLARE: officers,
  SUSPEND: ['system', ...officers],
  RESUME: officers,
  VOID: officers,
  PLAN_BY_ELECTION: officers,
  CLOSE_NOMINATIONS: ['system'],
  OPEN_CAMPAIGN: ['system'],
  OPEN_VOTING: ['system'],
  CLOSE_VOTING: ['system'],
  MARK_COUNTED: ['system'],
  RECOUNT: ['system'],
};

describe('rights over an election', () => {
  it('are these, for every action and everybody', () => {
    expect(Object.fromEntries(electionLifecycle.actions.map((action) => [action, who(action)]))).toEqual(expected);
  });

  it('of a returning officer end where they take part in it', () => {
    for (const action of electionLifecycle.actions.filter((one) => expected[one].includes('otto')))
      expect(who(action, { standing: { ...elector, isParty: true } })).not.toContain('otto');
  });

  it('of a returning officer end where they hold the other key', () => {
    const election = { ...sampleElection, secondTrustee: 'otto' };
    expect(who('DECLARE', { election })).toEqual(['olga']);
    expect(who('REGISTER_KEY', { election })).toEqual(['otto', 'olga']);
  });

  it('to nominate and complain are those of members who elect in it', () => {
    for (const action of ['NOMINATE', 'COMPLAIN'] as const) expect(who(action, { standing: noStanding })).toEqual([]);
  });

  it('to vote hang on a ballot that is left, and on being a member now, also for who runs elections', () => {
    expect(who('VOTE', { standing: { ...elector, hasBallotLeft: true } })).toEqual([...members, 'olga']);
  });
});

describe('plans', () => {
  it('are seen by who runs elections, the platform and the second trustee', () => {
    const plans = (Object.keys(people) as Name[]).filter((name) => visibleElections(people[name]).plans);
    expect(plans).toEqual(['system', 'otto', 'olga']);
    expect(visibleElections(people.sys)).toEqual({ plans: false, trustee: 'sys' });
    expect(visibleElections(people.anonymous)).toEqual({ plans: false, trustee: undefined });
  });

  it('are made by returning officers, and appeals decided by them and the admin', () => {
    const all: readonly (readonly [string, Actor | PersonActor])[] = Object.entries(people);
    expect(all.filter(([, actor]) => electionPolicy.canPlan(actor)).map(([name]) => name)).toEqual(officers);
    expect(all.filter(([, actor]) => electionPolicy.canDecideAppeals(actor)).map(([name]) => name)).toEqual([
      'sys',
      ...officers,
    ]);
  });
});
