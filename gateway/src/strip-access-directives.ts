import { type ASTNode, Kind, parse, print, visit } from 'graphql';

const accessFeatures = ['authenticated', 'requiresScopes', 'policy'];
const accessScalars = /^(federation__|requiresScopes__|policy__)(Scope|Policy)$/;

/**
 * The supergraph without `@authenticated`, `@requiresScopes` and `@policy`, which @apollo/gateway refuses to start on. They stay in
 * the committed supergraph for other routers, and the policies of the services decide with or without them.
 */
export function stripAccessDirectives(supergraphSdl: string): string {
  if (!accessFeatures.some((name) => supergraphSdl.includes(`@${name}`) || supergraphSdl.includes(`/${name}/`)))
    return supergraphSdl;
  return print(visit(parse(supergraphSdl), { enter: (node) => (isAccessNode(node) ? null : undefined) }));
}

function isAccessNode(node: ASTNode): boolean {
  switch (node.kind) {
    case Kind.DIRECTIVE:
      return (
        accessFeatures.includes(node.name.value) || (node.name.value === 'link' && linksAccessFeature(print(node)))
      );
    case Kind.DIRECTIVE_DEFINITION:
      return accessFeatures.includes(node.name.value);
    case Kind.SCALAR_TYPE_DEFINITION:
      return accessScalars.test(node.name.value);
    default:
      return false;
  }
}

function linksAccessFeature(link: string): boolean {
  return accessFeatures.some((name) => link.includes(`https://specs.apollo.dev/${name}/`));
}
