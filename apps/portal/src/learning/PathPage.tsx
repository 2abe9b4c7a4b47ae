import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
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
    <Page title={path?.title ?? t('path.title')} lead={path?.summary}>
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
      )}
    </Stack>
  );
}
