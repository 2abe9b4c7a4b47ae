import type { NavigationItem } from '@guildhall/ui';
import { useGraphQuery, useSession } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';

const document = graphql(`
  query PortalNavigation {
    viewer {
      subject
      member {
        id
      }
    }
  }
`);

const places: readonly NavigationItem[] = [
  { to: '/', labelKey: 'nav.home', icon: 'home' },
  { to: '/activities', labelKey: 'nav.activities', icon: 'calendar' },
  { to: '/groups', labelKey: 'nav.groups', icon: 'people' },
  { to: '/help', labelKey: 'nav.help', icon: 'case' },
  { to: '/learning', labelKey: 'nav.learning', icon: 'book' },
];

/** Advice is for members; visitors may become one by signing in. Everything else is open, also while membership is silent. */
export function usePortalNavigation(): readonly NavigationItem[] | undefined {
  const { state } = useSession();
  const isPerson = state.status === 'signed-in';
  const { data, problem } = useGraphQuery(document, {}, { isPaused: !isPerson });
  if (state.status === 'starting' || (isPerson && data === undefined && problem === undefined)) return undefined;
  const isNoMember = isPerson && problem === undefined && data?.viewer.member === null;
  return isNoMember ? places.filter(({ to }) => to !== '/help') : places;
}
