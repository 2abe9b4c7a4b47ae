import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, buttonClass, Card, Cluster, DateTimeText, Notice, Stack, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';
import { discardDocument, retireDocument, reviseDocument, submitDocument } from './author-documents.js';
import type { ShownResource } from './resource-documents.js';

export { words } from './version-words.js';

type AuthorPartProps = { readonly resource: ShownResource; readonly onChange: () => void };

/** What the author can do about a resource, and what was decided about it. */
export function AuthorPart({ resource, onChange }: AuthorPartProps): ReactElement | null {
  const { t } = useTexts();
  const { inWork, viewerActions, reports } = resource;
  const decisions = resource.decisions ?? [];
  const hasSomething = inWork != null || decisions.length > 0 || viewerActions.includes('REVISE');
  // Whoever reviews it sees the same decisions in their own part.
  if (reports != null || !hasSomething) return null;
  return (
    <Card>
      <h2>{t('author.title')}</h2>
      <Stack gap="small">
        {inWork && <InWork version={inWork} />}
        <Decisions decisions={decisions} />
        <AuthorButtons resource={resource} onChange={onChange} />
      </Stack>
    </Card>
  );
}

function InWork({ version }: { readonly version: NonNullable<ShownResource['inWork']> }): ReactElement {
  const { t } = useTexts();
  const { number, status, reviewNote } = version;
  return (
    <>
      {reviewNote && status === 'DRAFT' && (
        <Notice tone="warn">
          {t('author.note')} {reviewNote}
        </Notice>
      )}
      <p>{t(`author.work.${status}`, { number })}</p>
    </>
  );
}

function Decisions({
  decisions,
}: {
  readonly decisions: NonNullable<ShownResource['decisions']>;
}): ReactElement | null {
  const { t } = useTexts();
  if (decisions.length === 0) return null;
  return (
    <Rows>
      {decisions.map(({ id, decision, reason, decidedAt }) => (
        <Row key={id}>
          <span>
            {t(`resourceDecision.${decision}`)}
            {reason ? `: ${reason}` : ''}
          </span>
          <DateTimeText instant={decidedAt} show="day" />
        </Row>
      ))}
    </Rows>
  );
}

function AuthorButtons({ resource: { id, viewerActions }, onChange }: AuthorPartProps): ReactElement {
  const { t } = useTexts();
  const input = { resourceId: id };
  const submit = useAction(submitDocument, (data) => data.submitResource);
  const revise = useAction(reviseDocument, (data) => data.reviseResource);
  const discard = useAction(discardDocument, (data) => data.discardRevision);
  const retire = useAction(retireDocument, (data) => data.retireResource);
  const common = { viewerActions, onDone: onChange };
  const ask = (name: string) => ({ title: t(`author.${name}Title`), body: t(`author.${name}Body`) });
  return (
    <Cluster>
      {viewerActions.includes('EDIT') && (
        <Link className={buttonClass} data-look="plain" to="/library/$resourceId/edit" params={{ resourceId: id }}>
          {t('author.edit')}
        </Link>
      )}
      <ActionButton
        {...common}
        action="SUBMIT"
        look="primary"
        label={t('author.submit')}
        onRun={() => submit({ input })}
      />
      <ActionButton {...common} action="REVISE" label={t('author.revise')} onRun={() => revise({ input })} />
      <ActionButton
        {...common}
        action="DISCARD_REVISION"
        look="quiet"
        label={t('author.discard')}
        confirm={ask('discard')}
        onRun={() => discard({ input })}
      />
      <ActionButton
        {...common}
        action="RETIRE"
        look="danger"
        label={t('author.retire')}
        confirm={ask('retire')}
        onRun={() => retire({ input })}
      />
    </Cluster>
  );
}
