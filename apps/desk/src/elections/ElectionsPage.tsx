import {
  buttonClass,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PartLinks } from '../blocks/PartLinks.js';
import { ElectionListDocument, type ListedElectionFragment } from '../generated/elections/graphql.js';
import { ElectionStatusBadge } from './ElectionStatusBadge.js';
import { ForElectionOffice, type ElectionOffice } from './ForElectionOffice.js';
import { NextDate } from './NextDate.js';

export { words } from './words.js';

/** All elections for who runs them, the way to plan one, and for trustees the keys they keep. */
export function ElectionsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('elections.title')} lead={t('elections.lead')}>
      <ForElectionOffice>{(office) => <Elections office={office} />}</ForElectionOffice>
    </Page>
  );
}

function Elections({ office: { actions, kept } }: { readonly office: ElectionOffice }): ReactElement {
  const { t } = useTexts();
  const runsThem = actions.includes('PLAN_ELECTION');
  return (
    <Stack gap="large">
      {runsThem && (
        <Cluster>
          <Link to="/elections/plan" className={buttonClass} data-look="primary">
            {t('elections.plan')}
          </Link>
          <AppealsLink actions={actions} />
        </Cluster>
      )}
      {!runsThem && actions.includes('DECIDE_APPEALS') && (
        <Card>
          <h2>{t('elections.appeals')}</h2>
          <SoftText>{t('elections.appealsLead')}</SoftText>
          <Cluster>
            <AppealsLink actions={actions} />
          </Cluster>
        </Card>
      )}
      <KeptKeys kept={kept} />
      {runsThem && <Listed />}
    </Stack>
  );
}

function AppealsLink({ actions }: Pick<ElectionOffice, 'actions'>): ReactElement | null {
  const { t } = useTexts();
  if (!actions.includes('DECIDE_APPEALS')) return null;
  return (
    <Link to="/elections/appeals" className={buttonClass} data-look="plain">
      {t('elections.appeals')}
    </Link>
  );
}

function KeptKeys({ kept }: Pick<ElectionOffice, 'kept'>): ReactElement | null {
  const { t } = useTexts();
  if (kept.length === 0) return null;
  return (
    <section>
      <Stack>
        <h2>{t('elections.keptTitle')}</h2>
        <CardGrid>
          {kept.map(({ id, title, status, trustees }) => (
            <Card key={id} as="article">
              <h3>{title}</h3>
              <ElectionStatusBadge status={status} />
              <SoftText>{t(`elections.${stateOfKey({ status, trustees })}`)}</SoftText>
              <Link to="/elections/$electionId/keys" params={{ electionId: id }} className={buttonClass}>
                {t('elections.toKey', { title })}
              </Link>
            </Card>
          ))}
        </CardGrid>
      </Stack>
    </section>
  );
}

/** Where the viewer's key of an election is. */
function stateOfKey({ status, trustees }: Pick<ElectionOffice['kept'][number], 'status' | 'trustees'>): string {
  const own = trustees.find(({ isViewer }) => isViewer);
  if (own?.hasOpened === true || status === 'PROVISIONAL') return 'keyHandedIn';
  if (own?.hasRegistered !== true) return 'keyToGive';
  return status === 'CLOSED' ? 'keyToHandIn' : 'keyGiven';
}

function Listed(): ReactElement {
  const { t } = useTexts();
  const part = useSearch({ strict: false, select: readPart });
  const isOver = part === 'OVER';
  const parts = [
    { key: 'open', part: undefined, label: t('elections.open'), isChosen: !isOver },
    { key: 'over', part: 'OVER', label: t('elections.over'), isChosen: isOver },
  ];
  return (
    <Stack>
      <PartLinks
        label={t('elections.parts')}
        parts={parts.map(({ part: named, ...rest }) => ({ ...rest, to: '/elections', search: { part: named } }))}
      />
      <ElectionPart key={String(isOver)} isOver={isOver} />
    </Stack>
  );
}

function readPart({ part }: { readonly part?: string }): string | undefined {
  return part;
}

function ElectionPart({ isOver, after }: { readonly isOver: boolean; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ElectionListDocument, { isOver, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="9rem" />}
      isEmpty={({ elections }) => elections?.edges.length === 0}
      empty={<EmptyState title={t('elections.none')}>{t('elections.noneLead')}</EmptyState>}
    >
      {({ elections }) =>
        elections && (
          <Stack>
            <CardGrid>
              {elections.edges.map(({ node }) => (
                <ElectionCard key={node.id} election={node} />
              ))}
            </CardGrid>
            <NextPage pageInfo={elections.pageInfo}>{(next) => <ElectionPart isOver={isOver} after={next} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function ElectionCard({ election }: { readonly election: ListedElectionFragment }): ReactElement {
  const { t } = useTexts();
  const { id, title, status, group } = election;
  return (
    <Card as="article">
      <h2>
        <Link to="/elections/$electionId" params={{ electionId: id }}>
          {title}
        </Link>
      </h2>
      <Cluster>
        <ElectionStatusBadge status={status} />
        <SoftText isSmall>{group?.name ?? t('elections.wholeUnion')}</SoftText>
      </Cluster>
      <NextDate election={election} />
    </Card>
  );
}
