import type { DemoUnion } from '../plan-demo-union.js';
import { electoratesOf } from './electorate.js';
import type { DemoElection } from './election.js';
import { pastElections, provisionalElection } from './past-elections.js';
import { nominationsElection, votingElection } from './running-elections.js';

/** The elections of the demo union: two declared, one to be complained about, one to vote in, one with nominations. */
export function planDemoElections(union: DemoUnion, anchor: Date): readonly DemoElection[] {
  const electorates = electoratesOf(union);
  return [
    ...pastElections(union, electorates, anchor),
    provisionalElection(union, electorates, anchor),
    votingElection(union, electorates, anchor),
    nominationsElection(union, electorates, anchor),
  ];
}
