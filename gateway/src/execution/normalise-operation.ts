import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type CollectedFields, collectFields } from './collect-fields.js';
import { withoutConditions } from './operation-conditions.js';
import { isIntrospection, PlanSelections } from './plan-selections.js';
import type { ResponseNames } from './response-names.js';

/** One operation with its conditions decided, as the client wrote it and as the planner is given it. */
export type NormalisedOperation = {
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly rootFields: CollectedFields;
  /** Undefined when no service is needed: introspection, `__typename` at the root, everything skipped. */
  readonly planned?: DocumentNode;
};

/** What an operation is normalised with. */
export type NormaliseOptions = {
  readonly schema: GraphQLSchema;
  readonly names: ResponseNames;
  readonly isIncluded: (variable: string) => boolean;
};

/**
 * Decides `@skip` and `@include`, brings the root fields out of their fragments, and writes the document for the planner in names the
 * gateway owns. The document must have been validated.
 */
export function normaliseOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, names, isIncluded }: NormaliseOptions,
): NormalisedOperation {
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new GraphQLError(`This graph has no ${operation.operation} operations.`);
  const decided = withoutConditions(document, operation, isIncluded);
  const { fragments } = decided;
  const rootFields = collectFields({ schema, fragments }, rootType, [decided.operation.selectionSet]);
  const asked = [...rootFields.values()]
    .flat()
    .filter((node) => !isIntrospection(node) && node.name.value !== '__typename');
  const writer = new PlanSelections({ schema, names, fragments });
  const planned =
    asked.length === 0 ? undefined : { ...decided.operation, selectionSet: writer.write(rootType, asked) };
  return { ...decided, rootType, rootFields, planned: planned && documentOf(planned) };
}

/** Names of variables that carry keys; a client's variable of such a name is sent under another, with one more mark each time. */
const reserved = /^representations/;
const renamed = /^(_+)representations/;

/** The client's name of a variable in a planned document. */
export function clientVariableOf(name: string): string {
  return renamed.test(name) ? name.slice(1) : name;
}

function plannedVariableOf(name: string): string {
  return reserved.test(name) || renamed.test(name) ? `_${name}` : name;
}

/** Variables are renamed last: the names of fields follow from their arguments as the client wrote them. */
function documentOf(operation: OperationDefinitionNode): DocumentNode {
  return visit(
    { kind: Kind.DOCUMENT, definitions: [operation] },
    { Variable: (node) => ({ ...node, name: { kind: Kind.NAME, value: plannedVariableOf(node.name.value) } }) },
  );
}
