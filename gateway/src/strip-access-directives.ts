import { type ASTNode, Kind, parse, print, visit } from 'graphql';
import { indexSupergraph } from './supergraph-index.js';

const accessFeatures = ['authenticated', 'requiresScopes', 'policy'];
const accessScalars = /^(federation__|requiresScopes__|policy__)(Scope|Policy)$/;

/**
 * The supergraph without `@authenticated`, `@requiresScopes` and `@policy`, whatever the services call them, which @apollo/gateway
 * refuses to start on. The pre-filter in `access/` reads them from the supergraph as it was composed.
 */
export function stripAccessDirectives(supergraphSdl: string): string {
  if (!accessFeatures.some((name) => supergraphSdl.includes(`@${name}`) || supergraphSdl.includes(`/${name}/`)))
    return supergraphSdl;
  const { localName } = indexSupergraph(supergraphSdl);
  const names = new Set(accessFeatures.map((name) => localName(name, name)));
  return print(visit(parse(supergraphSdl), { enter: (node) => (isAccessNode(node, names) ? null : undefined) }));
}

function isAccessNode(node: ASTNode, names: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case Kind.DIRECTIVE:
      return names.has(node.name.value) || (node.name.value === 'link' && linksAccessFeature(print(node)));
    case Kind.DIRECTIVE_DEFINITION:
      return names.has(node.name.value);
    case Kind.SCALAR_TYPE_DEFINITION:
      return accessScalars.test(node.name.value);
    default:
      return false;
  }
}

function linksAccessFeature(link: string): boolean {
  return accessFeatures.some((name) => link.includes(`https://specs.apollo.dev/${name}/`));
}
