import type { NavigationItem } from '@guildhall/ui';
import { useGraphQuery } from '@guildhall/ui';
import type { DeskViewerQuery, StaffRole } from '../generated/roles/graphql.js';
import { AchievementOfficeDocument, DeskViewerDocument } from '../generated/roles/graphql.js';
import { pageRoles } from './page-roles.js';

type Place = NavigationItem & { readonly roles: readonly StaffRole[] };

const places: readonly Place[] = [
  { to: '/', labelKey: 'desk.queue', icon: 'inbox', roles: pageRoles.queue },
  { to: '/mediation', labelKey: 'desk.mediation', icon: 'person', roles: pageRoles.mediation },
  { to: '/templates', labelKey: 'desk.templates', icon: 'book', roles: pageRoles.queue },
  { to: '/common', labelKey: 'desk.common', icon: 'chart', roles: pageRoles.queue },
  { to: '/appointments', labelKey: 'desk.appointments', icon: 'calendar', roles: pageRoles.appointments },
  { to: '/departments', labelKey: 'desk.departments', icon: 'home', roles: pageRoles.departments },
  { to: '/register', labelKey: 'desk.register', icon: 'people', roles: pageRoles.register },
  { to: '/dead-letters', labelKey: 'desk.deadLetters', icon: 'alert', roles: pageRoles.deadLetters },
];

/** For everybody of the advice service, and for guardians, who may hold no appointment. */
const inbox: NavigationItem = { to: '/inbox', labelKey: 'desk.inbox', icon: 'inbox' };
const emergency: NavigationItem = { to: '/emergency', labelKey: 'desk.emergency', icon: 'alert' };

/** For the advice manager and for elected officers, who hold no appointment. */
const moderation: NavigationItem = { to: '/moderation', labelKey: 'desk.moderation', icon: 'check' };

/** For officers of groups and of the union, who hold no appointment. */
const reports: NavigationItem = { to: '/reports', labelKey: 'desk.reports', icon: 'alert' };

/** For elected officers, who are the screening committee. */
const screening: NavigationItem = { to: '/proposals', labelKey: 'desk.screening', icon: 'book' };

/** For elected officers, who look after the groups. */
const affiliations: NavigationItem = { to: '/affiliations', labelKey: 'desk.affiliations', icon: 'people' };

/** For elected officers, who decide what members who helped each other disagree about. */
const helpDisputes: NavigationItem = { to: '/help-disputes', labelKey: 'desk.helpDisputes', icon: 'people' };

/** For elected officers, who judge what groups organise and look after rooms. */
const approvals: NavigationItem = { to: '/approvals', labelKey: 'desk.activityApprovals', icon: 'check' };
const venues: NavigationItem = { to: '/venues', labelKey: 'desk.venues', icon: 'home' };

/** For returning officers, for those who decide appeals, and for who keeps the key of an election. */
const elections: NavigationItem = { to: '/elections', labelKey: 'desk.elections', icon: 'ballot' };

/** For elected officers, who write what credentials are given for. */
const achievements: NavigationItem = { to: '/achievements', labelKey: 'desk.achievements', icon: 'check' };

/** The places of the desk that are part of the work of who is signed in; not known while membership is silent. */
export function useDeskNavigation(): readonly NavigationItem[] | undefined {
  const { data } = useGraphQuery(DeskViewerDocument, {});
  // Asked apart: learning knows this alone, and while it is silent everybody still has the rest of the desk.
  const { data: office } = useGraphQuery(AchievementOfficeDocument, {});
  const writesAchievements = (office?.viewer.achievementActions ?? []).length > 0;
  const held = data?.viewer.appointments?.map(({ role }) => role);
  const own = held && places.filter(({ roles }) => roles.some((role) => held.includes(role)));
  return (
    data && own && fitOnPhone([...own, ...placesBeside(data.viewer), ...(writesAchievements ? [achievements] : [])])
  );
}

/** The bar of a phone has room for five: of more places the first four stand there, and the rest behind its last button. */
function fitOnPhone(items: readonly NavigationItem[]): readonly NavigationItem[] {
  if (items.length <= 5) return items;
  return items.map((item, index) => (index < 4 ? item : { ...item, phonePlace: 'more' as const }));
}

/** The places that no appointment opens. */
function placesBeside(viewer: DeskViewerQuery['viewer']): readonly NavigationItem[] {
  const hasInbox = viewer.caseInboxes.some(({ role }) => role === 'STAFF');
  return [
    ...(hasElections(viewer) ? [elections] : []),
    ...(hasInbox ? [inbox] : []),
    // Those with an inbox find it there: five places are what fits a phone.
    ...(viewer.emergencyActions.length > 0 && !hasInbox ? [emergency] : []),
    ...(viewer.moderatesIssues ? [moderation] : []),
    ...(viewer.moderatesReports ? [reports] : []),
    ...(viewer.screensProposals ? [screening] : []),
    ...(viewer.overseesGroups ? [affiliations, helpDisputes] : []),
    ...(viewer.managesVenues === true ? [approvals, venues] : []),
  ];
}

function hasElections({ electionActions, electionsAsTrustee }: DeskViewerQuery['viewer']): boolean {
  return (electionActions ?? []).length + (electionsAsTrustee ?? []).length > 0;
}
