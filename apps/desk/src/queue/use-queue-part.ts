import { useSearch } from '@tanstack/react-router';
import type { CaseQueuePart } from '../generated/queue/graphql.js';
import { readQueueSearch } from './queue-search.js';

/** The part of the queue that the address names. */
export function useQueuePart(): CaseQueuePart {
  const address: unknown = useSearch({ strict: false });
  return readQueueSearch({ ...(typeof address === 'object' ? address : undefined) }).part ?? 'OPEN';
}
