import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  TextField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ErasurePreviewQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import {
  cancelErasureDocument,
  erasureDocument,
  requestErasureDocument,
  type ShownPreview,
} from './erasure-documents.js';
import { PreviewTables } from './PreviewTables.js';

export { words } from './words.js';

/** What erasure does, said before anybody asks for it; asking for it, and taking it back. */
export function ErasurePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('ownData.erasure.title')} lead={t('ownData.erasure.lead')}>
      <SignedIn>
        <Erasure />
      </SignedIn>
    </Page>
  );
}

function Erasure(): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(erasureDocument, { language: language === 'zh-CN' ? 'ZH_CN' : 'EN' });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="40rem" />}
      isEmpty={({ viewer }) => !viewer.erasurePreview}
      empty={<EmptyState title={t('ownData.erasure.title')}>{t('ownData.erasure.none')}</EmptyState>}
    >
      {({ viewer }) =>
        viewer.erasurePreview && (
          <Stack>
            <DecisionCard viewer={viewer} preview={viewer.erasurePreview} onDone={query.reload} />
            <PreviewTables preview={viewer.erasurePreview} />
          </Stack>
        )
      }
    </QueryView>
  );
}

type DecisionProps = {
  readonly viewer: ErasurePreviewQuery['viewer'];
  readonly preview: ShownPreview;
  readonly onDone: () => void;
};

function DecisionCard({ viewer, preview, onDone }: DecisionProps): ReactElement {
  const { t } = useTexts();
  const [isCancelled, setCancelled] = useState(false);
  return (
    <Card>
      <Stack>
        {viewer.erasure && (
          <Notice tone="warn">
            {t('ownData.erasure.scheduled')} <DateTimeText instant={viewer.erasure.dueAt} isRelative />
          </Notice>
        )}
        {isCancelled && !viewer.erasure && <Notice tone="good">{t('ownData.erasure.cancelled')}</Notice>}
        <p>{t('ownData.erasure.how', { days: preview.days })}</p>
        <p>{t('ownData.erasure.backups')}</p>
        <ul>
          <li>
            <Link to="/settings/export">{t('ownData.erasure.copyFirst')}</Link>
          </li>
          <li>
            <Link to="/help/copy">{t('ownData.erasure.copyCases')}</Link>
          </li>
        </ul>
        {preview.obstacles.length > 0 && <Obstacles preview={preview} />}
        <AskErasure viewer={viewer} preview={preview} onDone={onDone} />
        <CancelErasure
          viewer={viewer}
          onDone={() => {
            setCancelled(true);
            onDone();
          }}
        />
      </Stack>
    </Card>
  );
}

function Obstacles({ preview }: { readonly preview: ShownPreview }): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone="warn">
      {t('ownData.erasure.obstacles')}{' '}
      {preview.obstacles.map((obstacle) => t(`ownData.erasure.obstacle.${obstacle}`)).join(' ')}
    </Notice>
  );
}

function AskErasure({ viewer, preview, onDone }: DecisionProps): ReactElement {
  const { t } = useTexts();
  const request = useAction(requestErasureDocument, (data) => data.requestErasure);
  return (
    <FormAction
      viewerActions={viewer.erasureActions ?? []}
      action="REQUEST"
      look="danger"
      label={t('ownData.erasure.ask')}
      title={t('ownData.erasure.askTitle')}
      lead={t('ownData.erasure.askLead', { days: preview.days })}
      initial={{ confirmation: '' }}
      onRun={({ confirmation }) => request({ input: { confirmation } })}
      onDone={onDone}
    >
      <TextField name="confirmation" label={t('ownData.erasure.confirmation')} autoComplete="off" />
    </FormAction>
  );
}

function CancelErasure({ viewer, onDone }: Pick<DecisionProps, 'viewer' | 'onDone'>): ReactElement {
  const { t } = useTexts();
  const cancel = useAction(cancelErasureDocument, (data) => data.cancelErasure);
  return (
    <ActionButton
      viewerActions={viewer.erasureActions ?? []}
      action="CANCEL"
      look="primary"
      label={t('ownData.erasure.cancel')}
      onRun={() => cancel({ input: { confirm: true } })}
      onDone={onDone}
    />
  );
}
