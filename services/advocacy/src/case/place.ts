import type { Id } from '@guildhall/kernel';

/** The places of a case's sealed words. A place is part of what a text is sealed with, so words cannot be moved between places. */
export const casePlaces = {
  narrative: 'narrative',
  contactName: 'contact-name',
  otherParties: 'other-parties',
  outcome: 'outcome',
  message: (id: Id<'CaseMessage'>): string => `message/${id}`,
} as const;
