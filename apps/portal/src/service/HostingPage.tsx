import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { Row, Rows } from '../parts/Rows.js';
import { thisHour } from '../parts/this-hour.js';
import { ClaimQueue } from './ClaimQueue.js';
import { hostingDocument, hostShiftsDocument, toVetDocument } from './hosting-documents.js';
import { HostOffers } from './HostOffers.js';
import { ServiceStatus } from './ServiceStatus.js';

export { words } from './words.js';

const HostRegister = lazyPart(() => import('./HostRegister.js'), 'HostRegister');

/** For whoever speaks for a host: hours to verify and shifts to staff; for union officers what waits to be vetted. */
export function HostingPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('service.hosting')} lead={t('hosting.lead')}>
      <SignedIn>
        <Hosting />
      </SignedIn>
    </Page>
  );
}

function Hosting(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(hostingDocument, {});
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => viewer.managesService !== true && (viewer.serviceHosts ?? []).length === 0}
      empty={
        <EmptyState picture="door" title={t('hosting.none')}>
          {t('hosting.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { managesService, serviceHosts } }) => (
        <Stack gap="large">
          {managesService && <ToVet />}
          {(serviceHosts ?? []).length > 0 && <ClaimQueue />}
          {(serviceHosts ?? []).map((host) => (
            <Card key={host.id}>
              <h2>{host.name}</h2>
              <HostOffers host={host} />
              <h3>{t('service.shifts')}</h3>
              <HostShifts hostId={host.id} />
            </Card>
          ))}
          {managesService && (
            <Suspense>
              <HostRegister onChange={query.reload} />
            </Suspense>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

const twoDaysMs = 2 * 86_400_000;

/** Shifts of the last two days, whose attendance may be open, and those ahead. */
function HostShifts({ hostId, after }: { readonly hostId: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [from] = useState(() => new Date(Date.parse(thisHour(new Date())) - twoDaysMs).toISOString());
  const query = useGraphQuery(hostShiftsDocument, { hostId, from, after });
  return (
    <QueryView
      query={query}
      isEmpty={({ shifts }) => (shifts?.edges ?? []).length === 0}
      empty={<SoftText>{t('hosting.noShifts')}</SoftText>}
    >
      {({ shifts }) =>
        shifts && (
          <>
            <Rows>
              {shifts.edges.map(({ node }) => (
                <Row key={node.id}>
                  <div>
                    <Link to="/service/shifts/$shiftId" params={{ shiftId: node.id }}>
                      <DateTimeText instant={node.startsAt} />
                    </Link>
                    <SoftText isSmall>{node.opportunity.title}</SoftText>
                  </div>
                  <Cluster>
                    {node.status === 'CANCELLED' && <ServiceStatus of="shift" status={node.status} />}
                    {node.roles.map(({ id, name, taken, needed }) => (
                      <span key={id}>{t('service.roleTaken', { name, taken, needed })}</span>
                    ))}
                  </Cluster>
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={shifts.pageInfo}>{(next) => <HostShifts hostId={hostId} after={next} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}

function ToVet(): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('hosting.toVet')}</h2>
      <VetPage />
    </Card>
  );
}

function VetPage({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(toVetDocument, { after });
  return (
    <QueryView
      query={query}
      isEmpty={({ opportunitiesToVet }) => (opportunitiesToVet?.edges ?? []).length === 0}
      empty={<SoftText>{t('hosting.nothingToVet')}</SoftText>}
    >
      {({ opportunitiesToVet }) =>
        opportunitiesToVet && (
          <>
            <Rows>
              {opportunitiesToVet.edges.map(({ node }) => (
                <Row key={node.id}>
                  <div>
                    <Link to="/service/$opportunityId" params={{ opportunityId: node.id }}>
                      {node.title}
                    </Link>
                    <SoftText isSmall>{node.host.name}</SoftText>
                  </div>
                  <ServiceStatus of="opportunity" status={node.status} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={opportunitiesToVet.pageInfo}>{(next) => <VetPage after={next} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}
