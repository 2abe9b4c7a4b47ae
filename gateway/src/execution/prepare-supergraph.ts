import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  type ASTNode,
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { FieldRequirements, type RequiredField } from './field-requirements.js';
import { readOverrideLabels } from './override-labels.js';
import { unusedPrefix } from './response-names.js';

/** A supergraph as the executor uses it. */
export type PreparedSupergraph = {
  /** What clients see; answers are completed against it. */
  readonly apiSchema: GraphQLSchema;
  /** Every type that services know, inaccessible ones too. */
  readonly fullSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly plannerSchema: Schema;
  /** Fields that exist for the planner alone, by name: see FieldRequirements. */
  readonly requiredFields: ReadonlyMap<string, RequiredField>;
  /** The document the planner was built from. */
  readonly plannerDocument: DocumentNode;
  readonly overrideLabels: readonly string[];
  /** Begins the names that stand for clients' aliases. */
  readonly namePrefix: string;
};

/**
 * Reads a supergraph and gives the planner a copy it plans correctly on: without keys that are not resolvable beside one that is, and with
 * `@requires` arguments kept apart. Throws when the text is not a supergraph, or uses a feature this executor does not know.
 */
export function prepareSupergraph(supergraphSdl: string): PreparedSupergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  const requirements = new FieldRequirements(document, unusedPrefix('r', supergraphSdl));
  const plannerDocument = rewriteForPlanner(document, requirements);
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  const supergraph = Supergraph.build(plannerDocument, options);
  const api = requirements.fields.size === 0 ? supergraph : Supergraph.build(document, options);
  return {
    apiSchema: api.apiSchema().toGraphQLJSSchema(),
    fullSchema: buildASTSchema(plannerDocument, { assumeValid: true, assumeValidSDL: true }),
    planner: new QueryPlanner(supergraph, { reuseQueryFragments: false, exposeDocumentNodeInFetchNode: true }),
    plannerSchema: supergraph.apiSchema(),
    requiredFields: requirements.fields,
    plannerDocument,
    overrideLabels: readOverrideLabels(document),
    namePrefix: unusedPrefix('g', supergraphSdl),
  };
}

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

function rewriteForPlanner(document: DocumentNode, requirements: FieldRequirements): DocumentNode {
  const joined = mapTypes(document, (type) => ({
    ...type,
    directives: withoutShadowedKeys(type.directives ?? []),
    fields: type.fields?.map((field) => ({
      ...field,
      directives: field.directives?.map((directive) =>
        directive.name.value === 'join__field' ? requirements.rewriteJoin(type.name.value, directive) : directive,
      ),
    })),
  }));
  // Only now are all added fields known.
  return mapTypes(joined, (type) => ({
    ...type,
    fields: [...(type.fields ?? []), ...requirements.addedTo(type.name.value)],
  }));
}

function mapTypes(document: DocumentNode, change: (type: TypeWithFields) => TypeWithFields): DocumentNode {
  const changeIt = { enter: (node: TypeWithFields): ASTNode => change(node) };
  return visit(document, { ObjectTypeDefinition: changeIt, InterfaceTypeDefinition: changeIt });
}

/**
 * The planner may take a key that a service cannot resolve for one that it can, once it comes back to that service after a detour; the
 * service's other key always serves.
 */
function withoutShadowedKeys(directives: readonly ConstDirectiveNode[]): ConstDirectiveNode[] {
  const resolvable = new Set(directives.filter((one) => isKey(one) && isResolvable(one)).map(graphOf));
  return directives.filter((one) => !isKey(one) || isResolvable(one) || !resolvable.has(graphOf(one)));
}

function isKey(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'join__type' && argumentOf(directive, 'key') !== undefined;
}

function isResolvable(directive: ConstDirectiveNode): boolean {
  const value = argumentOf(directive, 'resolvable');
  return value?.kind !== Kind.BOOLEAN || value.value;
}

function graphOf(directive: ConstDirectiveNode): string {
  const value = argumentOf(directive, 'graph');
  return value?.kind === Kind.ENUM ? value.value : '';
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string) {
  return given.find((argument) => argument.name.value === name)?.value;
}
