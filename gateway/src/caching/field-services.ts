import { Kind, parse } from 'graphql';
import { argumentsOf, type FieldInfo, type TypeInfo } from '../supergraph-index.js';

/** Which services can give a field, by their names. */
export type FieldServices = { ofField(type: TypeInfo, field: FieldInfo): readonly string[] };

/** Reads `@join__field` and `@join__type`. A supergraph without them has no services, and then there is nothing to tell. */
export function readFieldServices(supergraphSdl: string): FieldServices {
  const names = readGraphNames(supergraphSdl);
  const graphsIn = (directives: FieldInfo['directives'], directiveName: string): string[] =>
    directives.flatMap((directive) => {
      if (directive.name.value !== directiveName) return [];
      const { graph, external } = argumentsOf(directive);
      const name = names.get(String(graph));
      return name === undefined || external === true ? [] : [name];
    });
  return {
    ofField(type, field) {
      const ofField = graphsIn(field.directives, 'join__field');
      return ofField.length > 0 ? ofField : [...new Set(graphsIn(type.directives, 'join__type'))];
    },
  };
}

function readGraphNames(supergraphSdl: string): ReadonlyMap<string, string> {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives = [] }) => {
      const graph = directives.find((directive) => directive.name.value === 'join__graph');
      return [name.value, graph ? String(argumentsOf(graph)['name']) : name.value];
    }),
  );
}
