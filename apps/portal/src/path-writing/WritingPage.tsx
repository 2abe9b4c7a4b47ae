import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { inWorkDocument, otherPathsDocument } from './writing-documents.js';

export { words } from './words.js';

/** The versions of paths that are being written or wait for a reviewer. */
export function WritingPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('writing.list')} lead={t('writing.listLead')} actions={<NewLink />}>
      <SignedIn>
        <InWork />
      </SignedIn>
    </Page>
  );
}

/** There for whoever may write some path: who may write one may begin one. */
function NewLink(): ReactElement | null {
  const { t } = useTexts();
  const { data } = useGraphQuery(otherPathsDocument, {});
  const mayWrite = data?.paths?.edges.some(({ node }) => node.viewerActions.includes('DRAFT_VERSION')) === true;
  if (!mayWrite) return null;
  return (
    <Link className={buttonClass} data-look="plain" to="/learning/writing/new">
      {t('writing.new')}
    </Link>
  );
}

function InWork({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(inWorkDocument, { after }), (data) => data.pathVersionsInWork);
  return (
    <QueryView
      query={query}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('writing.none')}>{t('writing.noneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          {edges.map(
            ({ node: { id, version, status, path, author, viewerActions } }) =>
              path && (
                <Card key={id} as="article">
                  <Cluster>
                    <h2>
                      <Link to="/learning/$pathId/write" params={{ pathId: path.id }}>
                        {path.title}
                      </Link>
                    </h2>
                    <StatusBadge tone={status === 'IN_REVIEW' ? 'warn' : 'neutral'}>
                      {t(`versionStatus.${status}`)}
                    </StatusBadge>
                  </Cluster>
                  <SoftText>
                    {t('writing.version', { version })}
                    {author?.displayName && ` · ${author.displayName}`}
                  </SoftText>
                  {viewerActions.includes('PUBLISH') && <span>{t('writing.yourTurn')}</span>}
                </Card>
              ),
          )}
          <NextPage pageInfo={pageInfo}>{(next) => <InWork after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
