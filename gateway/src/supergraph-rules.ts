import { type AccessFilter, type AccessMode, createAccessFilter } from './access/create-access-filter.js';
import { type CostControl, createCostControl } from './limits/cost-control.js';
import { type GuessableFields, readGuessableFields } from './limits/guessable-fields.js';
import type { OperationLimits } from './limits/operation-limits.js';
import { indexSupergraph, type SupergraphIndex } from './supergraph-index.js';

/** What a supergraph says about its callers: who may ask for what, and what it costs. Read again as a whole when the supergraph changes. */
export type SupergraphRules = {
  readonly index: SupergraphIndex;
  readonly access: AccessFilter;
  readonly costs: CostControl;
  readonly guessable: GuessableFields;
};

/** Reads the rules of a supergraph as it was composed, before anything is stripped from it; throws a GraphQLError when it is not SDL. */
export function readSupergraphRules(
  supergraphSdl: string,
  settings: { readonly accessMode: AccessMode; readonly limits: OperationLimits },
): SupergraphRules {
  const index = indexSupergraph(supergraphSdl);
  return {
    index,
    access: createAccessFilter(index, settings.accessMode),
    costs: createCostControl(index, settings.limits),
    guessable: readGuessableFields(index),
  };
}
