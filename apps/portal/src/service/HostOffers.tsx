import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, useTexts } from '@guildhall/ui';
import type { HostingQuery } from '../generated/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { ServiceStatus } from './ServiceStatus.js';

type Host = NonNullable<HostingQuery['viewer']['serviceHosts']>[number];

/** What a host offers that is not over, drafts too, and the way to write down more. */
export function HostOffers({ host }: { readonly host: Host }): ReactElement {
  const { t } = useTexts();
  const offers = host.opportunities.filter(({ status }) => status !== 'CLOSED');
  return (
    <>
      <Rows>
        {offers.map(({ id, title, status }) => (
          <Row key={id}>
            <Link to="/service/$opportunityId" params={{ opportunityId: id }}>
              {title}
            </Link>
            <ServiceStatus of="opportunity" status={status} />
          </Row>
        ))}
      </Rows>
      {host.viewerActions.includes('DRAFT_OPPORTUNITY') && (
        <div>
          <Link
            className={buttonClass}
            data-look="plain"
            to="/service/hosts/$hostId/draft"
            params={{ hostId: host.id }}
          >
            {t('offer.draft')}
          </Link>
        </div>
      )}
    </>
  );
}
