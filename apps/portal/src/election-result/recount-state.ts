import type { GraphProblem } from '@guildhall/ui';
import type { RecountAnswer } from './recount-request.js';

/** How far a recount is. */
export type RecountState =
  | { readonly at: 'ready' | 'loading' | 'counting' | 'failed' | 'unpublished' }
  | { readonly at: 'problem'; readonly problem: GraphProblem }
  | { readonly at: 'done'; readonly answer: RecountAnswer };

/** How far it is, by what is known of the ballots and of the count. Once they are there nothing about loading matters any more. */
export function stateOf(known: {
  readonly problem: GraphProblem | undefined;
  readonly hasAsked: boolean;
  readonly isMissing: boolean;
  readonly hasFile: boolean;
  readonly counted: RecountState;
}): RecountState {
  if (!known.hasAsked || known.hasFile) return known.counted;
  if (known.problem !== undefined) return { at: 'problem', problem: known.problem };
  return { at: known.isMissing ? 'unpublished' : 'loading' };
}
