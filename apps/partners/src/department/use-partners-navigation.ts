import type { NavigationItem } from '@guildhall/ui';
import { useGraphQuery } from '@guildhall/ui';
import { DepartmentViewerDocument } from '../generated/graphql.js';
import { places } from './places.js';

/** Every place is for people of a department and nobody else; who is one is not known while advocacy is silent. */
export function usePartnersNavigation(): readonly NavigationItem[] | undefined {
  const { data, problem } = useGraphQuery(DepartmentViewerDocument, {});
  if (data?.viewer.department) return places;
  return data === undefined || problem !== undefined ? undefined : [];
}
