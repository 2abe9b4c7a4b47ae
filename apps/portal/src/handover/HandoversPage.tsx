import { Link } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { Row, Rows } from '../parts/Rows.js';
import { handoversDocument, watchedHandoversDocument, type ShownLine } from './handover-list-documents.js';
import { HandoverStatusBadge } from './HandoverStatusBadge.js';
import { useOfficeName } from './use-office-name.js';

export { words } from './words.js';

/** The offices that the viewer hands over or takes over, and for officers those that are not taken over yet. */
export function HandoversPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('handover.title')} lead={t('handover.lead')}>
      <Stack gap="large">
        <LearningSections current="/handover" />
        <SignedIn>
          <Own />
          <Watched />
        </SignedIn>
      </Stack>
    </Page>
  );
}

type PageProps = { readonly after?: string };

function Own({ after }: PageProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(handoversDocument, { after }), ({ viewer }) => viewer.handovers);
  return (
    <QueryView
      query={query}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState picture="door" title={t('handover.none')}>
          {t('handover.noneLead')}
        </EmptyState>
      }
    >
      {({ edges, pageInfo }) => (
        <Stack>
          {edges.map(({ node }) => (
            <Card key={node.id} as="article">
              <Line line={node} />
            </Card>
          ))}
          <NextPage pageInfo={pageInfo}>{(next) => <Own after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function Watched({ after }: PageProps): ReactElement | null {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(watchedHandoversDocument, { after }), ({ viewer }) => viewer.watchedHandovers);
  return (
    <QueryView query={query} isEmpty={({ edges }) => edges.length === 0} empty={<Fragment />}>
      {({ edges, pageInfo }) => (
        <Card>
          {after === undefined && (
            <>
              <h2>{t('handover.watched')}</h2>
              <SoftText>{t('handover.watchedLead')}</SoftText>
            </>
          )}
          <Rows>
            {edges.map(({ node }) => (
              <Row key={node.id}>
                <Line line={node} />
              </Row>
            ))}
          </Rows>
          <NextPage pageInfo={pageInfo}>{(next) => <Watched after={next} />}</NextPage>
        </Card>
      )}
    </QueryView>
  );
}

function Line({ line }: { readonly line: ShownLine }): ReactElement {
  const { t } = useTexts();
  const nameOf = useOfficeName();
  const hidden = t('handover.somebody');
  const from = line.outgoing.map(({ displayName }) => displayName ?? hidden).join(t('handover.and'));
  return (
    <Stack gap="small">
      <Cluster>
        <strong>
          <Link to="/handover/$capsuleId" params={{ capsuleId: line.id }}>
            {nameOf(line)}
          </Link>
        </strong>
        <HandoverStatusBadge {...line} />
      </Cluster>
      <span>{t('handover.fromTo', { from, to: line.successor.displayName ?? hidden })}</span>
      <SoftText isSmall>
        {t(`handover.role.${line.viewerRole}`)} · {t('handover.due')} <DateTimeText instant={line.dueAt} show="day" />
      </SoftText>
    </Stack>
  );
}
