import type { ReactElement, ReactNode } from 'react';
import { Button, EmptyState, QueryView, useGraphQuery, useSession, useTexts } from '@guildhall/ui';
import type { DepartmentViewerQuery } from '../generated/graphql.js';
import { DepartmentViewerDocument } from '../generated/graphql.js';

type Department = NonNullable<DepartmentViewerQuery['viewer']['department']>;

/** A page and what it shows to people of a department. */
export type ForDepartmentProps = {
  /** As large as the page that comes, which asks for more once the department is known. */
  readonly skeleton?: ReactNode;
  readonly children: (department: Department) => ReactNode;
};

/**
 * Shows a page to people who work for a department, and a friendly word to everybody else. It saves a visitor an empty page and is
 * no protection: the services decide what anybody may read.
 */
export function ForDepartment({ skeleton, children }: ForDepartmentProps): ReactElement {
  const query = useGraphQuery(DepartmentViewerDocument, {});
  return (
    <QueryView query={query} skeleton={skeleton}>
      {({ viewer: { department } }) => {
        if (department) return children(department);
        // Null with a problem is a service that is silent, which the notice above tells; only null without one is an answer.
        return query.problem === undefined ? <NotForYou /> : null;
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
