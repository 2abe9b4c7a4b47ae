import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { caseDocument, type ShownCase } from './case-document.js';
import { CaseTold } from './CaseTold.js';
import { Conversation } from './Conversation.js';
import { ReferralPart } from './ReferralPart.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './words.js';

const withdrawDocument = graphql(`
  mutation WithdrawCase($input: WithdrawCaseInput!) {
    withdrawCase(input: $input) {
      __typename
    }
  }
`);

const reopenDocument = graphql(`
  mutation ReopenCase($input: ReopenCaseInput!) {
    reopenCase(input: $input) {
      __typename
    }
  }
`);

/** One case: where it stands, what departments are asked, the conversation, and the ways to who read what. */
export function CasePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('case.title')}>
      <SignedIn>
        <CaseView caseId={usePlaceParam('caseId')} />
      </SignedIn>
    </Page>
  );
}

function CaseView({ caseId }: { readonly caseId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(caseDocument, { id: caseId });
  const { reload } = query;
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="30rem" />}
      isEmpty={({ case: item }) => item === null || item === undefined}
      empty={
        <EmptyState picture="letter" title={t('case.missing')}>
          {t('case.missingLead')}
        </EmptyState>
      }
    >
      {({ case: item }) =>
        item && (
          <Stack gap="large">
            {item.ledgerIsIntact === false && <Notice tone="danger">{t('case.broken')}</Notice>}
            <CaseTold item={item} onChange={reload} />
            {item.referrals.map((referral) => (
              <ReferralPart key={referral.id} caseId={item.id} referral={referral} onChange={reload} />
            ))}
            <Conversation item={item} onChange={reload} />
            <Cluster>
              <Link className={buttonClass} data-look="plain" to="/help/$caseId/around" params={{ caseId: item.id }}>
                {t('case.around')}
              </Link>
              <Link className={buttonClass} data-look="plain" to="/help/$caseId/files" params={{ caseId: item.id }}>
                {t('case.files')}
              </Link>
              <Link className={buttonClass} data-look="plain" to="/help/readings">
                {t('case.readings')}
              </Link>
            </Cluster>
            <About item={item} onChange={reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

function About({ item, onChange }: { readonly item: ShownCase; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawCase);
  const reopen = useAction(reopenDocument, (data) => data.reopenCase);
  const input = { caseId: item.id };
  const next = item.deadlines.find(({ metAt }) => metAt === null);
  return (
    <Card>
      <h2>{t(`matter.${item.matter}`)}</h2>
      <Cluster>
        <StatusWord family="case" status={item.status} />
        <SoftText>{t(`stage.${item.stage}`)}</SoftText>
      </Cluster>
      <Prose>{item.narrative ?? t('case.erased')}</Prose>
      <Facts
        facts={[
          { name: t('case.opened'), value: <DateTimeText instant={item.openedAt} show="day" /> },
          { name: t('case.contactName'), value: item.contactName },
          { name: t('case.otherParties'), value: item.otherParties?.join(', ') },
          {
            name: (next && t(`deadline.${next.kind}`)) || '',
            value: next && <DateTimeText instant={next.dueAt} isRelative />,
          },
          { name: t('case.outcome'), value: item.outcome && t(`outcome.${item.outcome}`) },
          { name: t('case.summary'), value: item.outcomeSummary && <Prose>{item.outcomeSummary}</Prose> },
        ]}
      />
      <Cluster>
        <Link className={buttonClass} data-look="plain" to="/help/$caseId/course" params={{ caseId: item.id }}>
          {t('case.course')}
        </Link>
        <ActionButton
          viewerActions={item.viewerActions}
          action="WITHDRAW"
          look="danger"
          label={t('case.withdraw')}
          confirm={{ title: t('case.withdrawTitle'), body: t('case.withdrawBody'), label: t('case.withdraw') }}
          onRun={() => withdraw({ input })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={item.viewerActions}
          action="REOPEN"
          label={t('case.reopen')}
          onRun={() => reopen({ input })}
          onDone={onChange}
        />
        {item.mediationActions.includes('REQUEST') && (
          <Link className={buttonClass} data-look="plain" to="/mediation/new" search={{ case: item.id }}>
            {t('case.mediation')}
          </Link>
        )}
      </Cluster>
    </Card>
  );
}
