import type { NavigationItem } from '@guildhall/ui';

/** The places of the main navigation, for everybody of a department; three to five of them fit a phone. */
export const places: readonly NavigationItem[] = [
  { to: '/', labelKey: 'partners.queue', icon: 'inbox' },
  { to: '/issues', labelKey: 'partners.issues', icon: 'info' },
  { to: '/mediation', labelKey: 'partners.mediation', icon: 'case' },
  { to: '/inbox', labelKey: 'partners.inbox', icon: 'alert' },
  { to: '/department', labelKey: 'partners.department', icon: 'people' },
];

/** The places below the department: `action` is what the department must let the viewer do, and without one everybody goes there. */
export const departmentPlaces = [
  { to: '/department', labelKey: 'departmentPage.overview' },
  { to: '/staff', labelKey: 'departmentPage.staff' },
  { to: '/programs', labelKey: 'departmentPage.programs', action: 'MANAGE_CLIENTS' },
  { to: '/webhooks', labelKey: 'departmentPage.webhooks', action: 'MANAGE_WEBHOOKS' },
] as const;
