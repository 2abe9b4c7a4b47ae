import { Kind, parse } from 'graphql';

/** The names of the services a supergraph joins, in its own order. */
export function servicesOf(supergraphSdl: string): string[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw new Error('The file is not a supergraph: it has no join__Graph.');
  return (graphs.values ?? []).flatMap(({ directives = [] }) =>
    directives.flatMap(({ arguments: args = [] }) =>
      args.flatMap(({ name, value }) => (name.value === 'name' && value.kind === Kind.STRING ? [value.value] : [])),
    ),
  );
}
