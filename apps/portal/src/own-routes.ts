import { createRoute } from '@tanstack/react-router';
import { readServiceFilters } from './service/kinds.js';
import { readNoticeSearch } from './notices/read-notice-search.js';
import { readFilters } from './parts/read-filters.js';
import { at, lazyPage } from './page-at.js';

/** The pages of a member's own affairs: the people they know, their messages, news and settings. */
export const ownRoutes = [
  createRoute({
    ...at('/service'),
    validateSearch: (search: Record<string, unknown>) => readServiceFilters(search),
    component: lazyPage(() => import('./service/ServicePage.js'), 'ServicePage'),
  }),
  createRoute({
    ...at('/service/mine'),
    component: lazyPage(() => import('./service/MyServicePage.js'), 'MyServicePage'),
  }),
  createRoute({
    ...at('/service/hours'),
    component: lazyPage(() => import('./service/ClaimHoursPage.js'), 'ClaimHoursPage'),
  }),
  createRoute({
    ...at('/service/hosting'),
    component: lazyPage(() => import('./service/HostingPage.js'), 'HostingPage'),
  }),
  createRoute({
    ...at('/service/shifts/$shiftId'),
    component: lazyPage(() => import('./service/ShiftPage.js'), 'ShiftPage'),
  }),
  createRoute({
    ...at('/service/hosts/$hostId/draft'),
    component: lazyPage(() => import('./service/DraftOpportunityPage.js'), 'DraftOpportunityPage'),
  }),
  createRoute({
    ...at('/service/$opportunityId/edit'),
    component: lazyPage(() => import('./service/EditOpportunityPage.js'), 'EditOpportunityPage'),
  }),
  createRoute({
    ...at('/service/$opportunityId'),
    component: lazyPage(() => import('./service/OpportunityPage.js'), 'OpportunityPage'),
  }),
  createRoute({
    ...at('/messages'),
    component: lazyPage(() => import('./messages/MessagesPage.js'), 'MessagesPage'),
  }),
  createRoute({
    ...at('/messages/$conversationId'),
    component: lazyPage(() => import('./messages/ConversationPage.js'), 'ConversationPage'),
  }),
  createRoute({
    ...at('/people/circles'),
    component: lazyPage(() => import('./people/circles/CirclesPage.js'), 'CirclesPage'),
  }),
  createRoute({
    ...at('/organising'),
    component: lazyPage(() => import('./organise/OrganisingPage.js'), 'OrganisingPage'),
  }),
  createRoute({
    ...at('/people'),
    component: lazyPage(() => import('./people/PeoplePage.js'), 'PeoplePage'),
  }),
  createRoute({
    ...at('/people/find'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, []),
    component: lazyPage(() => import('./people/FindPeoplePage.js'), 'FindPeoplePage'),
  }),
  createRoute({
    ...at('/settings/people'),
    component: lazyPage(() => import('./people/PeopleSettingsPage.js'), 'PeopleSettingsPage'),
  }),
  createRoute({
    ...at('/people/$memberId'),
    component: lazyPage(() => import('./people/PersonPage.js'), 'PersonPage'),
  }),
  createRoute({
    ...at('/settings'),
    component: lazyPage(() => import('./settings/SettingsPage.js'), 'SettingsPage'),
  }),
  createRoute({
    ...at('/settings/calendar'),
    component: lazyPage(() => import('./calendar/CalendarSettingsPage.js'), 'CalendarSettingsPage'),
  }),
  createRoute({
    ...at('/settings/needs'),
    component: lazyPage(() => import('./settings/NeedsPage.js'), 'NeedsPage'),
  }),
  createRoute({
    ...at('/settings/consents'),
    component: lazyPage(() => import('./settings/ConsentsPage.js'), 'ConsentsPage'),
  }),
  createRoute({
    ...at('/settings/strikes'),
    component: lazyPage(() => import('./strikes/StrikesPage.js'), 'StrikesPage'),
  }),
  createRoute({
    ...at('/settings/readings'),
    component: lazyPage(() => import('./settings/NeedsReadingsPage.js'), 'NeedsReadingsPage'),
  }),
  createRoute({
    ...at('/notices'),
    validateSearch: (search: Record<string, unknown>) => readNoticeSearch(search),
    component: lazyPage(() => import('./notices/NoticesPage.js'), 'NoticesPage'),
  }),
  createRoute({
    ...at('/settings/notifications'),
    component: lazyPage(() => import('./notices/NotificationSettingsPage.js'), 'NotificationSettingsPage'),
  }),
  createRoute({
    ...at('/stop-mail'),
    validateSearch: ({ t }: Record<string, unknown>) => (typeof t === 'string' ? { t } : {}),
    component: lazyPage(() => import('./notices/StopMailPage.js'), 'StopMailPage'),
  }),
  createRoute({
    ...at('/updates'),
    component: lazyPage(() => import('./updates/UpdatesPage.js'), 'UpdatesPage'),
  }),
  createRoute({
    ...at('/profile'),
    component: lazyPage(() => import('./profile/ProfilePage.js'), 'ProfilePage'),
  }),
  createRoute({
    ...at('/settings/export'),
    component: lazyPage(() => import('./own-data/DataExportPage.js'), 'DataExportPage'),
  }),
  createRoute({
    ...at('/settings/erasure'),
    component: lazyPage(() => import('./own-data/ErasurePage.js'), 'ErasurePage'),
  }),
  createRoute({
    ...at('/settings/membership'),
    component: lazyPage(() => import('./own-data/MembershipPage.js'), 'MembershipPage'),
  }),
] as const;
