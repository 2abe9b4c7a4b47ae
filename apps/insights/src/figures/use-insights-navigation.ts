import type { NavigationItem } from '@guildhall/ui';
import { useGraphQuery } from '@guildhall/ui';
import { InsightsFactsDocument } from '../generated/graphql.js';

const places: readonly NavigationItem[] = [
  { to: '/', labelKey: 'insights.members', icon: 'people' },
  { to: '/participation', labelKey: 'insights.participation', icon: 'calendar' },
  { to: '/cases', labelKey: 'insights.cases', icon: 'case' },
  { to: '/learning', labelKey: 'insights.learning', icon: 'book' },
];

/** Every place is for people who may see totals and nobody else; who may is not known while the services are silent. */
export function useInsightsNavigation(): readonly NavigationItem[] | undefined {
  const { data, problem } = useGraphQuery(InsightsFactsDocument, {});
  if (data?.insights) return places;
  return data === undefined || problem !== undefined ? undefined : [];
}
