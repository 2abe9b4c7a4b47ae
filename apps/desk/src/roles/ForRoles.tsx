import { EmptyState, QueryView, useGraphQuery, useSession, useTexts, Button } from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';
import type { StaffRole } from '../generated/roles/graphql.js';
import { DeskViewerDocument } from '../generated/roles/graphql.js';

/** The person at the desk and the staff roles they hold now. */
export type DeskViewer = { readonly subject: string; readonly roles: readonly StaffRole[] };

/** Which roles a page is for, and what it shows to them. */
export type ForRolesProps = {
  readonly roles: readonly StaffRole[];
  readonly children: (viewer: DeskViewer) => ReactNode;
};

/**
 * Shows a page to holders of one of the roles, and a friendly word to everybody else. It saves a visitor an empty page and is no
 * protection: the services decide what anybody may read.
 */
export function ForRoles({ roles, children }: ForRolesProps): ReactElement {
  const query = useGraphQuery(DeskViewerDocument, {});
  return (
    <QueryView query={query}>
      {({ viewer: { subject, appointments } }) => {
        // Null while membership is silent; the notice above says so.
        if (!appointments) return null;
        const held = appointments.map(({ role }) => role);
        return held.some((role) => roles.includes(role)) ? children({ subject, roles: held }) : <NotForYou />;
      }}
    </QueryView>
  );
}

function NotForYou(): ReactElement {
  const { t } = useTexts();
  const { session } = useSession();
  const signOut = <Button onPress={() => void session.signOut()}>{t('shell.signOut')}</Button>;
  return (
    <EmptyState picture="door" title={t('notForYou.title')} action={signOut}>
      {t('notForYou.lead')}
    </EmptyState>
  );
}
