import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Card,
  EmptyState,
  NextPage,
  Notice,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { OwnConsentsQuery } from '../generated/graphql.js';
import { ConsentCard } from './ConsentCard.js';
import { consentsDocument } from './consents-document.js';
import { GiveConsent } from './GiveConsent.js';

export { words } from './words.js';

/** What the viewer lets others read, how long, and what they let them read before. */
export function ConsentsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('consents.title')} lead={t('consents.lead')}>
      <SignedIn>
        <Consents />
      </SignedIn>
    </Page>
  );
}

function Consents(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(consentsDocument, {});
  const [done, setDone] = useState<'given' | 'withdrawn'>();
  const after = (what: 'given' | 'withdrawn') => (): void => {
    setDone(what);
    query.reload();
  };
  return (
    <QueryView query={query} skeleton={<SkeletonList count={3} height="9rem" />}>
      {({ viewer }) => (
        <Stack>
          {done && <Notice tone="good">{t(`consents.${done}`)}</Notice>}
          {viewer.ownNeedsActions.includes('CONSENT') && <Give viewer={viewer} onDone={after('given')} />}
          {viewer.consents.edges.length === 0 ? (
            <EmptyState picture="letter" title={t('consents.none')}>
              {t('consents.noneLead')}
            </EmptyState>
          ) : (
            <List consents={viewer.consents} onDone={after('withdrawn')} />
          )}
        </Stack>
      )}
    </QueryView>
  );
}

type Viewer = OwnConsentsQuery['viewer'];

function Give({ viewer, onDone }: { readonly viewer: Viewer; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const groups = (viewer.member?.groups ?? []).flatMap(({ group }) => group ?? []);
  return (
    <Card>
      <h2>{t('consents.share')}</h2>
      {viewer.needs ? (
        <GiveConsent viewerActions={viewer.ownNeedsActions} groups={groups} onDone={onDone} />
      ) : (
        <p>
          {t('consents.writeFirst')} <Link to="/settings/needs">{t('needs.title')}</Link>
        </p>
      )}
    </Card>
  );
}

type ListProps = { readonly consents: Viewer['consents']; readonly onDone: () => void };

/** A page of consents, with the page after it at a press. */
function List({ consents: { edges, pageInfo }, onDone }: ListProps): ReactElement {
  return (
    <>
      {edges.map(({ node }) => (
        <ConsentCard key={node.id} consent={node} onDone={onDone} />
      ))}
      <NextPage pageInfo={pageInfo}>{(after) => <MoreConsents after={after} onDone={onDone} />}</NextPage>
    </>
  );
}

function MoreConsents({ after, onDone }: { readonly after: string; readonly onDone: () => void }): ReactElement {
  const query = useGraphQuery(consentsDocument, { after });
  return (
    <QueryView query={query} skeleton={<SkeletonList count={3} height="9rem" />}>
      {({ viewer }) => <List consents={viewer.consents} onDone={onDone} />}
    </QueryView>
  );
}
