import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type CollectedFields, collectFields } from './collect-fields.js';
import { withoutConditions } from './operation-conditions.js';
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
  options: NormaliseOptions,
): NormalisedOperation {
  const { schema, isIncluded } = options;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new GraphQLError(`This graph has no ${operation.operation} operations.`);
  const decided = withoutConditions(document, operation, isIncluded);
  const rootFields = collectFields({ schema, fragments: decided.fragments }, rootType, [
    decided.operation.selectionSet,
  ]);
  const asked = [...rootFields.values()]
    .flat()
    .filter((node) => !isIntrospection(node) && node.name.value !== '__typename');
  return {
    ...decided,
    rootType,
    rootFields,
    planned: asked.length === 0 ? undefined : writePlanned(decided, asked, options),
  };
}

/** True for `__schema` and `__type`. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

type Decided = Pick<NormalisedOperation, 'operation' | 'fragments'>;

function writePlanned({ operation, fragments }: Decided, asked: FieldNode[], options: NormaliseOptions): DocumentNode {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: asked } },
      ...fragmentsUsedBy(asked, fragments),
    ],
  };
  return inOwnedNames(document, options);
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

function inOwnedNames(document: DocumentNode, { schema, names }: NormaliseOptions): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  const named = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        leave(node) {
          const definition = typeInfo.getFieldDef();
          if (!definition) throw new GraphQLError(`Unknown field "${node.name.value}".`);
          // Wherever it stands, the gateway answers it itself.
          if (isIntrospection(node)) return null;
          const name = names.nameOf(node, definition);
          return { ...node, alias: name === node.name.value ? undefined : { kind: Kind.NAME, value: name } };
        },
      },
      SelectionSet: { leave: (node) => (node.selections.length === 0 ? onlyTypename : undefined) },
    }),
  );
  // Only now: the names of fields follow from their arguments as the client wrote them.
  return visit(named, {
    Variable: (node) => ({ ...node, name: { kind: Kind.NAME, value: plannedVariableOf(node.name.value) } }),
  });
}

/** What is left to ask of an object when every field of it was skipped. */
const onlyTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

function fragmentsUsedBy(
  nodes: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const follow = (root: FieldNode | FragmentDefinitionNode): void => {
    visit(root, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  nodes.forEach(follow);
  return [...used.values()];
}
