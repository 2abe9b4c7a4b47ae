import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { PersonLink } from '../people/PersonLink.js';
import { CoursePart } from './CoursePart.js';
import { HelpStatusWord } from './HelpStatusWord.js';
import { MatchesPart } from './MatchesPart.js';
import { OffersPart } from './OffersPart.js';
import { requestDocument, type RequestPartProps } from './request-document.js';
import { RequestActions } from './RequestActions.js';

export { words } from './words.js';

/** One request for help: what is wanted, who offers, who helps, and how it goes on. */
export function RequestPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('request.title')}>
      <SignedIn>
        <RequestView requestId={usePlaceParam('requestId')} />
      </SignedIn>
    </Page>
  );
}

function RequestView({ requestId }: { readonly requestId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(requestDocument, { id: requestId });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ helpRequest }) => !helpRequest}
      empty={
        <EmptyState picture="letter" title={t('request.missing')}>
          {t('request.missingLead')} <Link to="/board">{t('board.title')}</Link>
        </EmptyState>
      }
    >
      {({ helpRequest }) =>
        helpRequest && (
          <Stack gap="large">
            <About request={helpRequest} onChange={query.reload} />
            <OffersPart request={helpRequest} onChange={query.reload} />
            <CoursePart request={helpRequest} onChange={query.reload} />
            <MatchesPart request={helpRequest} onChange={query.reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

function About({ request, onChange }: RequestPartProps): ReactElement {
  const { t } = useTexts();
  const { status, windowFrom, windowTo, helpersWanted, helpersFound, credits, statusReason, repostedAs } = request;
  const facts = [
    { name: t('ask.place'), value: request.place },
    { name: t('ask.windowFrom'), value: windowFrom && <DateTimeText instant={windowFrom} /> },
    { name: t('ask.windowTo'), value: windowTo && <DateTimeText instant={windowTo} /> },
    { name: t('request.helpers'), value: t('board.helpers', { found: helpersFound, wanted: helpersWanted }) },
    { name: t('ask.credits'), value: credits > 0 ? t('board.creditsEach', { count: credits }) : undefined },
    { name: t('ask.deadline'), value: <DateTimeText instant={request.deadline} /> },
  ];
  return (
    <Card>
      <Cluster justify="between">
        <PersonLink member={request.requester} />
        <Cluster>
          <StatusBadge>{t(`helpKind.${request.kind}`)}</StatusBadge>
          <HelpStatusWord of="request" status={status} />
        </Cluster>
      </Cluster>
      <h2 lang={request.language}>{request.title}</h2>
      <div lang={request.language}>
        <Prose>{request.words}</Prose>
      </div>
      <Facts facts={facts} />
      {status === 'DRAFT' && <Notice>{t('request.draft')}</Notice>}
      {status === 'HELD' && <Notice tone="warn">{t('request.held')}</Notice>}
      {statusReason && (
        <Notice tone="warn">
          <strong>{t(`helpStatus.request.${status}`)}</strong> {statusReason}
        </Notice>
      )}
      {repostedAs && (
        <Link to="/board/$requestId" params={{ requestId: repostedAs.id }}>
          {t('request.repostedAs')}
        </Link>
      )}
      <RequestActions request={request} onChange={onChange} />
    </Card>
  );
}
