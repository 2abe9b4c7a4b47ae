import type { DeskViewer } from '../roles/ForRoles.js';

/**
 * What the viewer may do to somebody's appointments. The graph lists no `viewerActions` on appointments, so the one rule its documentation
 * states is repeated here: admins give and end roles, never their own. The service decides all the same.
 */
export function appointmentActions({ roles, subject }: DeskViewer, holder?: string): readonly ('GRANT' | 'END')[] {
  if (!roles.includes('ADMIN')) return [];
  return holder === subject ? ['GRANT'] : ['GRANT', 'END'];
}
