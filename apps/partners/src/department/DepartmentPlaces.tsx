import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { buttonClass, Cluster, useGraphQuery, useTexts } from '@guildhall/ui';
import { DepartmentViewerDocument } from '../generated/graphql.js';
import { departmentPlaces } from './places.js';

/** Where one stands: one of the department's places. */
export type DepartmentPlacesProps = { readonly here: (typeof departmentPlaces)[number]['to'] };

/** The ways between the department's places, each there if the viewer may do what it is for. */
export function DepartmentPlaces({ here }: DepartmentPlacesProps): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(DepartmentViewerDocument, {});
  const actions: readonly string[] = data?.viewer.department?.viewerActions ?? [];
  const shown = departmentPlaces.filter((place) => !('action' in place) || actions.includes(place.action));
  return (
    <nav aria-label={t('departmentPage.places')}>
      <Cluster>
        {shown.map(({ to, labelKey }) => (
          <Link
            key={to}
            to={to}
            className={buttonClass}
            data-look="choice"
            activeOptions={{ exact: true }}
            aria-current={to === here ? 'page' : undefined}
          >
            {t(labelKey)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}
