import { useParams } from '@tanstack/react-router';

function readId({ electionId = '' }: { readonly electionId?: string }): string {
  return electionId;
}

/** The election that the address names. */
export function useElectionId(): string {
  return useParams({ strict: false, select: readId });
}
