import { Suspense, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  partOf,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  TextAreaField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { lazyPart } from '../parts/lazy-part.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { retireDocument } from './author-documents.js';
import { DiffView } from './DiffView.js';
import type { ShownResource } from './resource-documents.js';
import { holdDocument, publishDocument, restoreDocument, sendBackDocument, workDocument } from './review-documents.js';

const FilePart = lazyPart(() => import('./FilePart.js'), 'FilePart');

export { words } from './version-words.js';

type ReviewPartProps = { readonly resource: ShownResource; readonly onChange: () => void };

/** What a reviewer decides: about a version that waits, and about reports. */
export function ReviewPart({ resource, onChange }: ReviewPartProps): ReactElement {
  const { t } = useTexts();
  const { viewerActions, reports, decisions } = resource;
  const isWaiting = viewerActions.includes('PUBLISH') || viewerActions.includes('SEND_BACK');
  return (
    <Card>
      <h2>{t('review.part')}</h2>
      <Stack>
        {isWaiting && <Work resource={resource} onChange={onChange} />}
        <Rows>
          {(reports ?? []).map(({ id, reason, words, reportedAt }) => (
            <Row key={id}>
              <span>
                {t(`reportReason.${reason}`)}
                {words ? `: ${words}` : ''}
              </span>
              <DateTimeText instant={reportedAt} show="day" />
            </Row>
          ))}
          {(decisions ?? []).map(({ id, decision, reason, decidedAt }) => (
            <Row key={id}>
              <span>
                {t(`resourceDecision.${decision}`)}
                {reason ? `: ${reason}` : ''}
              </span>
              <DateTimeText instant={decidedAt} show="day" />
            </Row>
          ))}
        </Rows>
        <Decide resource={resource} onChange={onChange} />
      </Stack>
    </Card>
  );
}

function Work({ resource: { id, viewerActions }, onChange }: ReviewPartProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(workDocument, { id }), ({ resource }) => resource);
  const publish = useAction(publishDocument, (data) => data.publishResource);
  const sendBack = useAction(sendBackDocument, (data) => data.sendBackResource);
  return (
    <Stack>
      <QueryView query={query} skeleton={<Skeleton height="8rem" />}>
        {({ inWork, number, publishedAt }) =>
          inWork && (
            <Stack gap="small">
              <p>{t('review.version', { number: inWork.number })}</p>
              {inWork.changeNote && <SoftText>{inWork.changeNote}</SoftText>}
              {publishedAt ? (
                <DiffView resourceId={id} from={number} to={inWork.number} />
              ) : (
                <div lang={inWork.language}>
                  <h3>{inWork.title}</h3>
                  <Prose>{inWork.summary}</Prose>
                  <Prose>{inWork.body}</Prose>
                </div>
              )}
              {inWork.file && (
                <Suspense fallback={<Skeleton height="4rem" />}>
                  <FilePart file={inWork.file} />
                </Suspense>
              )}
            </Stack>
          )
        }
      </QueryView>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="PUBLISH"
          look="primary"
          label={t('review.publish')}
          onRun={() => publish({ input: { resourceId: id } })}
          onDone={onChange}
        />
        <FormAction
          viewerActions={viewerActions}
          action="SEND_BACK"
          label={t('review.sendBack')}
          lead={t('review.sendBackLead')}
          initial={{ note: '' }}
          onRun={({ note }) => (note.trim() === '' ? needed('note') : sendBack({ input: { resourceId: id, note } }))}
          onDone={onChange}
        >
          <TextAreaField name="note" label={t('review.note')} />
        </FormAction>
      </Cluster>
    </Stack>
  );
}

function Decide({ resource: { id, viewerActions }, onChange }: ReviewPartProps): ReactElement {
  const { t } = useTexts();
  const hold = useAction(holdDocument, (data) => data.holdResource);
  const restore = useAction(restoreDocument, (data) => data.restoreResource);
  const retire = useAction(retireDocument, (data) => data.retireResource);
  const acts = [
    { action: 'HOLD', look: 'plain', run: hold },
    { action: 'RESTORE', look: 'plain', run: restore },
    { action: 'RETIRE', look: 'danger', run: retire },
  ] as const;
  return (
    <Cluster>
      {acts.map(({ action, look, run }) => (
        <FormAction
          key={action}
          viewerActions={viewerActions}
          action={action}
          look={look}
          label={t(`review.act.${action}`)}
          lead={t('review.reasonLead')}
          initial={{ reason: '' }}
          onRun={({ reason }) => run({ input: { resourceId: id, reason } })}
          onDone={onChange}
        >
          <TextAreaField name="reason" label={t('review.reason')} rows={3} />
        </FormAction>
      ))}
    </Cluster>
  );
}

/** The graph takes a note or none; the author is always told what to change. */
function needed(path: string) {
  const fields = [{ path, rule: 'REQUIRED' as const }];
  return Promise.resolve({ result: { __typename: 'ValidationError', fields } });
}
