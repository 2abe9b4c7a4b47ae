import { type ConstArgumentNode, type ConstDirectiveNode, Kind, parse } from 'graphql';

/** The services of a supergraph and where its composition says they listen. */
export type SubgraphAddresses = Readonly<Record<string, string>>;

/**
 * Reads the address of each service from the supergraph's own `join__Graph`. Throws one sentence when the text is not GraphQL, not a
 * supergraph, or has a service without an http(s) address.
 */
export function readSubgraphAddresses(supergraphSdl: string): SubgraphAddresses {
  const graphs = graphDirectives(supergraphSdl).map(({ arguments: args = [] }) => ({
    name: textOf(args, 'name'),
    url: textOf(args, 'url'),
  }));
  if (graphs.length === 0) throw new Error('it joins no services: there is no join__Graph in it');
  const lost = graphs.find(({ url }) => !isAddress(url));
  if (lost) throw new Error(`its service "${lost.name}" has no http(s) address`);
  return Object.fromEntries(graphs.map(({ name, url }) => [name, url]));
}

function graphDirectives(supergraphSdl: string): readonly ConstDirectiveNode[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
  return (graphs.values ?? []).flatMap(({ directives = [] }) =>
    directives.filter(({ name }) => name.value === 'join__graph'),
  );
}

function textOf(args: readonly ConstArgumentNode[], wanted: string): string {
  const value = args.find(({ name }) => name.value === wanted)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
