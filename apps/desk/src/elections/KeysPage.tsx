import {
  Card,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ElectionKeysDocument, type ElectionKeysQuery } from '../generated/election-keys/graphql.js';
import { CheckKept } from './CheckKept.js';
import { CheckList } from './CheckList.js';
import { ElectionStatusBadge } from './ElectionStatusBadge.js';
import styles from './elections.module.css';
import { HandInKey } from './HandInKey.js';
import { MakeKey } from './MakeKey.js';
import { NextDate } from './NextDate.js';
import { useElectionId } from './use-election-id.js';
import { useReloadWhile } from './use-reload-while.js';
import type { Check } from './what-is-left.js';

export { words } from './key-words.js';

/** An election as its trustees see it. */
export type KeyElection = NonNullable<ElectionKeysQuery['election']>;

/** The key of one trustee: made here before voting opens, handed in after it closes. */
export function KeysPage(): ReactElement {
  const { t } = useTexts();
  const id = useElectionId();
  const query = useGraphQuery(ElectionKeysDocument, { id });
  useReloadWhile(isBeingCounted(query.data?.election), query.reload);
  const isTrustee = ({ election }: ElectionKeysQuery): boolean =>
    election?.trustees.some(({ isViewer }) => isViewer) === true;
  return (
    <Page title={t('keys.title')} lead={t('keys.lead')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="16rem" />}
        isEmpty={(data) => !isTrustee(data)}
        empty={
          <EmptyState picture="door" title={t('keys.notYours')}>
            {t('keys.notYoursLead')}
          </EmptyState>
        }
      >
        {({ election }) => election && <Keys election={election} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

/** An election whose key is looked after, and what follows a step. */
export type KeyProps = { readonly election: KeyElection; readonly onChange: () => void };

function Keys({ election, onChange }: KeyProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="large">
      <Card>
        <h2>{election.title}</h2>
        <ElectionStatusBadge status={election.status} />
        <NextDate election={election} />
        <CheckList checks={checksOf(election)} />
        {isBeingCounted(election) && <p role="status">{t('keys.counting')}</p>}
      </Card>
      <OwnKey {...{ election, onChange }} />
      <Card>
        <h2>{t('keys.what')}</h2>
        <ul className={styles.steps}>
          {['sealed', 'both', 'nobody', 'lost', 'once'].map((key) => (
            <li key={key}>{t(`keys.explain.${key}`)}</li>
          ))}
        </ul>
        <SoftText>{t('keys.whatLead')}</SoftText>
      </Card>
    </Stack>
  );
}

/** What the viewer has to do, or can do, with the key of their own now. */
function OwnKey({ election, onChange }: KeyProps): ReactElement | null {
  const { t } = useTexts();
  const { viewerActions, trustees } = election;
  const own = trustees.find(({ isViewer }) => isViewer);
  if (own?.hasOpened === true) return <Notice tone="good">{t('keys.done')}</Notice>;
  if (own?.hasRegistered !== true)
    return viewerActions.includes('REGISTER_KEY') ? <MakeKey {...{ election, onChange }} /> : null;
  return viewerActions.includes('OPEN_BALLOTS') ? (
    <HandInKey {...{ election, onChange }} />
  ) : (
    <CheckKept election={election} />
  );
}

function checksOf({ status, trustees }: KeyElection): readonly Check[] {
  const isClosed = status === 'CLOSED' || trustees.some(({ hasOpened }) => hasOpened);
  return trustees.map(({ role, hasRegistered, hasOpened }) => ({
    key: isClosed ? `handedIn.${role}` : `keyOf.${role}`,
    isDone: isClosed ? hasOpened : hasRegistered,
  }));
}

function isBeingCounted(election?: KeyElection | null): boolean {
  return election?.status === 'CLOSED' && election.trustees.every(({ hasOpened }) => hasOpened);
}
