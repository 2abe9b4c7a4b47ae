import { type DocumentNode, Kind, visit } from 'graphql';

/** The labels of progressive overrides in a supergraph, each once. */
export function readOverrideLabels(supergraph: DocumentNode): string[] {
  const labels = new Set<string>();
  visit(supergraph, {
    Directive(node) {
      if (node.name.value !== 'join__field') return;
      for (const { name, value } of node.arguments ?? [])
        if (name.value === 'overrideLabel' && value.kind === Kind.STRING) labels.add(value.value);
    },
  });
  return [...labels];
}

/**
 * Decides `percent(n)` labels: true for that share of requests, always the same for the same request and label. Every other label is
 * for whoever runs the gateway to decide, and false until then.
 */
export function decidePercentLabel(label: string, requestId: string): boolean {
  const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
  return percent !== undefined && hashToPercent(`${label} ${requestId}`) < Number(percent);
}

/** FNV-1a, spread over 0 to 100. */
function hashToPercent(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash / 0x1_0000_0000) * 100;
}
