import { Link } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { DataExportsQuery } from '../generated/graphql.js';
import { useAction, useIntent } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { DownloadCopy } from './DownloadCopy.js';
import { exportingServices, exportsDocument, requestExportDocument, type ShownExport } from './export-documents.js';
import { ReadCopy } from './ReadCopy.js';

export { words } from './words.js';

/** How often the page looks whether a copy is finished, in milliseconds. */
const lookAgainMs = 3000;

/** A copy of everything that is kept about the viewer: asked for, watched, read and downloaded. */
export function DataExportPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('ownData.export.title')} lead={t('ownData.export.lead')}>
      <SignedIn>
        <Copies />
      </SignedIn>
    </Page>
  );
}

function Copies(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(exportsDocument, {});
  const latest = query.data?.viewer.dataExports?.[0];
  const isWaiting = latest !== undefined && latest.finishedAt === null;
  const { reload } = query;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(reload, lookAgainMs);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="20rem" />}
      isEmpty={({ viewer }) => (viewer.dataExportActions ?? []).length === 0 && (viewer.dataExports ?? []).length === 0}
      empty={<EmptyState title={t('ownData.export.title')}>{t('ownData.export.none')}</EmptyState>}
    >
      {({ viewer }) => (
        <Stack>
          <AskCard viewer={viewer} onDone={reload} />
          {latest !== undefined && <LatestCard copy={latest} />}
        </Stack>
      )}
    </QueryView>
  );
}

type AskProps = { readonly viewer: DataExportsQuery['viewer']; readonly onDone: () => void };

function AskCard({ viewer, onDone }: AskProps): ReactElement {
  const { t } = useTexts();
  const request = useAction(requestExportDocument, (data) => data.requestDataExport);
  const intend = useIntent();
  return (
    <Card>
      <Stack>
        <p>{t('ownData.export.what')}</p>
        <p>
          {t('ownData.export.cases')} <Link to="/help/copy">{t('ownData.export.toCases')}</Link>
        </p>
        <ActionButton
          viewerActions={viewer.dataExportActions ?? []}
          action="REQUEST"
          look="primary"
          label={t('ownData.export.ask')}
          onRun={() => intend((idempotencyKey) => request({ input: { idempotencyKey } }))}
          onDone={onDone}
        />
        {viewer.nextDataExportAt && (
          <SoftText>
            {t('ownData.export.again')} <DateTimeText instant={viewer.nextDataExportAt} />
          </SoftText>
        )}
      </Stack>
    </Card>
  );
}

function LatestCard({ copy }: { readonly copy: ShownExport }): ReactElement {
  const { t } = useTexts();
  const isThere = copy.finishedAt !== null && exportingServices.some((service) => copy[service]?.pageCount);
  return (
    <Card>
      <Stack>
        <h2>{t('ownData.export.latest')}</h2>
        {copy.finishedAt === null && <p role="status">{t('ownData.export.waiting')}</p>}
        <Facts
          facts={[
            { name: t('ownData.export.asked'), value: <DateTimeText instant={copy.requestedAt} /> },
            ...exportingServices.map((service) => ({
              name: t(`ownData.export.service.${service}`),
              value: <PartState copy={copy} part={copy[service]} />,
            })),
          ]}
        />
        {isThere && <DownloadCopy copy={copy} />}
        {isThere && <ReadCopy copy={copy} />}
      </Stack>
    </Card>
  );
}

function PartState({
  copy,
  part,
}: {
  readonly copy: ShownExport;
  readonly part: ShownExport['membership'];
}): ReactElement {
  const { t } = useTexts();
  if (part?.readyAt)
    return (
      <>
        {t('ownData.export.state.READY')} <DateTimeText instant={part.expiresAt} />
      </>
    );
  const isOver = copy.finishedAt !== null && (part === null || part === undefined);
  return <>{t(isOver ? 'ownData.export.state.GONE' : 'ownData.export.state.WRITING')}</>;
}
