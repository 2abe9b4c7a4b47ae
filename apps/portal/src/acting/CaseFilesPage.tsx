import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  FileList,
  FileSender,
  fileWords,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
  type PrepareFile,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { caseWords } from '../help/case-words.js';
import { usePlaceParam } from '../parts/use-place.js';
import { caseFilesDocument, prepareAttachmentDocument, type CaseWithFiles } from './file-documents.js';
import { useOpenFile } from './use-open-file.js';
import { actingWords } from './words.js';

/** The words of this page and of what it shows. */
export const words = [...caseWords, ...actingWords, fileWords];

/** The files of a case of the viewer's, and the way to add one. */
export function CaseFilesPage(): ReactElement {
  const { t } = useTexts();
  const caseId = usePlaceParam('caseId');
  return (
    <Page title={t('acting.files')} lead={t('acting.filesLead')}>
      <SignedIn>
        <Stack gap="large">
          <CaseFiles caseId={caseId} />
          <Cluster>
            <Link className={buttonClass} data-look="plain" to="/help/$caseId" params={{ caseId }}>
              {t('acting.back')}
            </Link>
          </Cluster>
        </Stack>
      </SignedIn>
    </Page>
  );
}

function CaseFiles({ caseId }: { readonly caseId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(caseFilesDocument, { id: caseId });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="12rem" />}
      isEmpty={({ case: item }) => !item}
      empty={
        <EmptyState picture="letter" title={t('case.missing')}>
          {t('case.missingLead')}
        </EmptyState>
      }
    >
      {({ case: item }) => item && <Files item={item} onChange={query.reload} />}
    </QueryView>
  );
}

function Files({ item, onChange }: { readonly item: CaseWithFiles; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const prepare = useAction(prepareAttachmentDocument, (data) => data.prepareAttachment);
  const open = useOpenFile(item.id);
  const { attachments, attachmentLimits: limits } = item;
  const canSend = limits && item.accessActions.includes('ATTACH');
  const makeRoom: PrepareFile = async (file, idempotencyKey) => {
    const outcome = await prepare({ input: { caseId: item.id, layer: 'CASE', ...file, idempotencyKey } });
    const { result } = outcome;
    return { outcome, uploadUrl: result?.__typename === 'PrepareAttachmentSuccess' ? result.uploadUrl : undefined };
  };
  return (
    <Card>
      {attachments.length === 0 && <SoftText>{t('acting.noFiles')}</SoftText>}
      <FileList files={attachments} aboutOf={({ sender }) => t(`conversation.${sender}`)} open={open} />
      {canSend && <FileSender limits={limits} prepare={makeRoom} onDone={onChange} />}
    </Card>
  );
}
