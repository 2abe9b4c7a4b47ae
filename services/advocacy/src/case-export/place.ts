import type { Id } from '@guildhall/kernel';

/** The places of an export's sealed words within its case. */
export const exportPlaces = {
  redactions: (id: Id<'CaseExport'>): string => `export/${id}/redactions`,
  preview: (id: Id<'CaseExport'>): string => `export/${id}/preview`,
  /** The archive in base64. */
  archive: (id: Id<'CaseExport'>): string => `export/${id}/archive`,
} as const;
