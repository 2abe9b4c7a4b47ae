/** The pages that settings lead to, in the order in which they are listed; `words` is the part of the texts that names one. */
export const settingsPlaces = [
  { to: '/profile', words: 'profile' },
  { to: '/settings/people', words: 'people' },
  { to: '/settings/calendar', words: 'calendar' },
  { to: '/settings/needs', words: 'needs' },
  { to: '/settings/consents', words: 'consents' },
  { to: '/settings/readings', words: 'readings' },
  { to: '/settings/strikes', words: 'strikes' },
  { to: '/settings/notifications', words: 'notifications' },
  { to: '/settings/membership', words: 'membership' },
  { to: '/settings/export', words: 'export' },
  { to: '/settings/erasure', words: 'erasure' },
] as const;
