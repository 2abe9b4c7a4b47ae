import { useParams } from '@tanstack/react-router';

/** The id of the case that the address names; an empty text, with which no case is found, where it names none. */
export function useCaseId(): string {
  const params: unknown = useParams({ strict: false });
  if (typeof params !== 'object' || params === null || !('caseId' in params)) return '';
  return typeof params.caseId === 'string' ? params.caseId : '';
}
