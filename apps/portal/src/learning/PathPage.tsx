import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Enrolled } from './Enrolled.js';
import { pathDocument, type ShownPath } from './path-document.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './words.js';

const enrolDocument = graphql(`
  mutation EnrolInPath($input: EnrolInPathInput!) {
    enrolInPath(input: $input) {
      __typename
    }
  }
`);

/** One path: begin it, go on with it, see what is left. */
export function PathPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(pathDocument, { id: usePlaceParam('pathId') });
  const path = query.data?.path;
  return (
    <Page
      title={path?.title ?? t('path.title')}
      lead={path?.summary}
      actions={path && mayWrite(path) && <WriteLink path={path} />}
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="26rem" />}
        isEmpty={({ path: shown }) => shown === null || shown === undefined}
        empty={<EmptyState title={t('path.missing')}>{t('path.missingLead')}</EmptyState>}
      >
        {({ path: shown }) => shown && <PathView path={shown} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

function mayWrite({ viewerActions, versions }: ShownPath): boolean {
  const isWorkedOn = versions.some((version) => version.viewerActions.length > 0 || version.status === 'IN_REVIEW');
  return viewerActions.includes('DRAFT_VERSION') || isWorkedOn;
}

function WriteLink({ path }: { readonly path: ShownPath }): ReactElement {
  const { t } = useTexts();
  return (
    <Link className={buttonClass} data-look="plain" to="/learning/$pathId/write" params={{ pathId: path.id }}>
      {t('path.write')}
    </Link>
  );
}

function PathView({ path, onChange }: { readonly path: ShownPath; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const enrol = useAction(enrolDocument, (data) => data.enrolInPath);
  return (
    <Stack>
      <Cluster>
        <ActionButton
          viewerActions={path.viewerActions}
          action="ENROL"
          look="primary"
          label={t('path.enrol')}
          onRun={() => enrol({ input: { pathId: path.id } })}
          onDone={onChange}
        />
      </Cluster>
      {path.viewerEnrolment ? (
        <Enrolled enrolment={path.viewerEnrolment} onChange={onChange} />
      ) : (
        <>
          <Prerequisites path={path} />
          <Card>
            <h2>{t('path.steps')}</h2>
            <ol>
              {(path.published?.steps ?? []).map(({ id, title, kind }) => (
                <li key={id}>
                  {title} <SoftText isSmall>{t(`stepKind.${kind}`)}</SoftText>
                </li>
              ))}
            </ol>
          </Card>
        </>
      )}
    </Stack>
  );
}

/** The paths that come first, and which of them the viewer has completed. */
function Prerequisites({ path: { published } }: { readonly path: ShownPath }): ReactElement | null {
  const { t } = useTexts();
  const asked = published?.prerequisites ?? [];
  if (asked.length === 0) return null;
  return (
    <Card>
      <h2>{t('path.first')}</h2>
      <SoftText>{t('path.firstLead')}</SoftText>
      <ul>
        {asked.map(
          ({ path: first, isMet }) =>
            first && (
              <li key={first.id}>
                <Link to="/learning/$pathId" params={{ pathId: first.id }}>
                  {first.title}
                </Link>{' '}
                {isMet != null && (
                  <StatusBadge tone={isMet ? 'good' : 'neutral'}>
                    {t(isMet ? 'path.firstMet' : 'path.firstOpen')}
                  </StatusBadge>
                )}
              </li>
            ),
        )}
      </ul>
    </Card>
  );
}
