import type { NavigationItem } from '@guildhall/ui';
import { useGraphQuery, useSession } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';

const document = graphql(`
  query PortalNavigation {
    viewer {
      subject
      unreadNotifications
      member {
        id
      }
    }
  }
`);

type Place = NavigationItem & {
  /** Whom it is for, when not for everybody. */
  readonly isFor?: 'members' | 'registered';
};

const places: readonly Place[] = [
  { to: '/', labelKey: 'nav.home', icon: 'home' },
  { to: '/activities', labelKey: 'nav.activities', icon: 'calendar' },
  { to: '/groups', labelKey: 'nav.groups', icon: 'people' },
  { to: '/help', labelKey: 'nav.help', icon: 'case', isFor: 'members' },
  { to: '/elections', labelKey: 'nav.elections', icon: 'ballot', phonePlace: 'more' },
  { to: '/learning', labelKey: 'nav.learning', icon: 'book', phonePlace: 'more' },
  { to: '/people', labelKey: 'nav.people', icon: 'person', phonePlace: 'more', isFor: 'members' },
  { to: '/board', labelKey: 'nav.board', icon: 'hands', phonePlace: 'more', isFor: 'members' },
  { to: '/service', labelKey: 'nav.service', icon: 'hands', phonePlace: 'more' },
  { to: '/messages', labelKey: 'nav.messages', icon: 'chat', phonePlace: 'more', isFor: 'members' },
  { to: '/notices', labelKey: 'nav.notices', icon: 'bell', phonePlace: 'head', isFor: 'registered' },
  { to: '/search', labelKey: 'nav.search', icon: 'search', phonePlace: 'head' },
  { to: '/settings', labelKey: 'nav.settings', icon: 'settings', phonePlace: 'more', isFor: 'registered' },
];

/**
 * Advice is for members, and visitors may become one by signing in; what members do among themselves is for those who are
 * signed in. Everything else is open, also while membership is silent.
 */
export function usePortalNavigation(): readonly NavigationItem[] | undefined {
  const { state } = useSession();
  const isPerson = state.status === 'signed-in';
  const { data, problem } = useGraphQuery(document, {}, { isPaused: !isPerson });
  if (state.status === 'starting' || (isPerson && data === undefined && problem === undefined)) return undefined;
  if (!isPerson) return places.filter(({ to, isFor }) => isFor === undefined || to === '/help');
  const isMember = problem !== undefined || data?.viewer.member !== null;
  const unread = data?.viewer.unreadNotifications ?? undefined;
  return places
    .filter(({ isFor }) => isFor === undefined || (isFor === 'members' ? isMember : isMember || unread !== undefined))
    .map((place) =>
      place.to === '/notices' && unread !== undefined
        ? { ...place, waiting: { count: unread, labelKey: 'nav.unread' } }
        : place,
    );
}
