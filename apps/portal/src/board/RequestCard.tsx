import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { HelpCardFragment } from '../generated/graphql.js';
import { HelpStatusWord } from './HelpStatusWord.js';

/** A request for help in a list: what is wanted, by whom, and until when. */
export function RequestCard({ request }: { readonly request: HelpCardFragment }): ReactElement {
  const { t } = useTexts();
  const { requester, helpersWanted, helpersFound, credits } = request;
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`helpKind.${request.kind}`)}</StatusBadge>
        {request.status !== 'OPEN' && <HelpStatusWord of="request" status={request.status} />}
        {request.viewerOffer && <HelpStatusWord of="offer" status={request.viewerOffer.status} />}
        {credits > 0 && <StatusBadge tone="good">{t('board.creditsEach', { count: credits })}</StatusBadge>}
      </Cluster>
      <h2 lang={request.language}>
        <Link to="/board/$requestId" params={{ requestId: request.id }}>
          {request.title}
        </Link>
      </h2>
      <SoftText isSmall>
        {requester?.displayName ?? t('person.hiddenName')}
        {request.place && <> · {request.place}</>}
        {helpersWanted > 1 && <> · {t('board.helpers', { found: helpersFound, wanted: helpersWanted })}</>}
        {' · '}
        {t('board.until')} <DateTimeText instant={request.deadline} show="day" />
      </SoftText>
    </Card>
  );
}
