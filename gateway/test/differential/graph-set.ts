import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { readServiceModel, type ServiceModel } from './service-model.js';

/** How a field misbehaves for about half of the instances: it throws, refuses with a code, or answers null whatever its type. */
export type Fault = 'throws' | 'refuses' | 'is null';

/** A set of services to compose, and which of their fields fail. Data needs no declaring: it follows from types, numbers and arguments. */
export type GraphSet = {
  readonly name: string;
  readonly services: Readonly<Record<string, string | DocumentNode>>;
  /** By `Type.field`. Never a field that another one requires: what follows from a failed input is tested on its own. */
  readonly faults?: Readonly<Record<string, Fault>>;
};

/** A composed set. `fullSchema` also has what `@inaccessible` hides from clients, since services still use it among themselves. */
export type ComposedGraph = {
  readonly name: string;
  readonly supergraphSdl: string;
  /** What clients see. Each call makes another one, because resolvers are put into it. */
  readonly buildApiSchema: () => GraphQLSchema;
  readonly fullSchema: GraphQLSchema;
  readonly services: ReadonlyMap<string, ServiceModel>;
  readonly overrideLabels: readonly string[];
  readonly faults: ReadonlyMap<string, Fault>;
};

const directives = [
  ...['key', 'requires', 'provides', 'external', 'shareable', 'override', 'inaccessible'],
  ...['interfaceObject', 'tag', 'composeDirective'],
];

/** Opens the SDL of a service with everything federation offers. */
const federationLink = `extend schema @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(directives.map((name) => `@${name}`))})
`;

/** Composes a set, or throws with every reason why it does not compose. */
export function composeGraphSet({ name, services, faults = {} }: GraphSet): ComposedGraph {
  const definitions = Object.entries(services).map(([service, sdl]) => ({
    name: service,
    url: `http://${service}.subgraph`,
    typeDefs: typeof sdl === 'string' ? parse(federationLink + sdl) : sdl,
  }));
  const { supergraphSdl, errors } = composeServices(definitions);
  if (supergraphSdl === undefined) throw new Error(`${name}: ${(errors ?? []).map(String).join('\n')}`);
  const { schema } = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const models = definitions.map((definition) => readServiceModel(definition.name, definition.typeDefs));
  return {
    name,
    supergraphSdl,
    buildApiSchema: () => schema.toAPISchema().toGraphQLJSSchema(),
    fullSchema: schema.toGraphQLJSSchema(),
    services: new Map(models.map((model) => [model.name, model])),
    overrideLabels: models.flatMap(({ fields }) =>
      [...fields.values()].flatMap(({ override }) => override?.label ?? []),
    ),
    faults: new Map(Object.entries(faults)),
  };
}
