import { createHash } from 'node:crypto';
import type { Id } from '@guildhall/kernel';
import type { DemoMember } from '../people/members.js';

/** The course of one year and programme, whose students elect their own representatives. */
export function constituencyOf({ programme, year }: Pick<DemoMember, 'programme' | 'year'>): string {
  return `${programme}, year ${year}`;
}

/** The id of a constituency by its name, as the membership service makes it: a version 8 UUID of the name's SHA-256. */
export function constituencyId(name: string): Id<'Constituency'> {
  const hex = createHash('sha256').update(`constituency/${name}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-') as Id<'Constituency'>;
}
