import type { SubgraphResponse } from '@guildhall/subgraph';

/**
 * Reads the text of a GraphQL response, or returns nothing when it is none. Only the frame is checked: whether the data fits the
 * operation is checked field by field when the answer is put together.
 */
export function readAnswer(text: string): SubgraphResponse | undefined {
  const answer = parse(text);
  if (!isRecord(answer)) return undefined;
  const { data = null, errors } = answer;
  if (data !== null && !isRecord(data)) return undefined;
  if (errors === undefined || errors === null) return data === null ? undefined : { data };
  return Array.isArray(errors) && errors.every(isGraphqlError) ? { data, errors } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Shaped = NonNullable<SubgraphResponse['errors']>[number];

function isGraphqlError(value: unknown): value is Shaped {
  if (!isRecord(value) || typeof value['message'] !== 'string') return false;
  const { path, extensions } = value;
  const hasPath = path === undefined || path === null || (Array.isArray(path) && path.every(isKey));
  return hasPath && (extensions === undefined || extensions === null || isRecord(extensions));
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
