import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  DateTimeText,
  FileList,
  FileSender,
  Notice,
  SoftText,
  useGraphQuery,
  useTexts,
  type PrepareFile,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { ReceiptCode } from '../receipt/ReceiptCode.js';
import {
  actingDocument,
  confirmCaseDocument,
  openAttachmentDocument,
  prepareAttachmentDocument,
  takeReceiptDocument,
  type ActingCase,
} from './acting-documents.js';
import { Representatives } from './Representatives.js';

type PartProps = { readonly item: ActingCase; readonly onChange: () => void };

/** What surrounds a conversation: a case to confirm, its files, who acts on it, and a code for its status. */
export function ActingCards({
  caseId,
  onChange,
}: {
  readonly caseId: string;
  readonly onChange: () => void;
}): ReactElement {
  const { data, reload } = useGraphQuery(actingDocument, { id: caseId });
  const item = data?.case;
  if (!item) return <></>;
  const changed = (): void => {
    reload();
    onChange();
  };
  return (
    <>
      <Confirm item={item} onChange={changed} />
      <Files item={item} onChange={reload} />
      <Representatives {...item} caseId={caseId} onChange={reload} />
      <Receipt item={item} onChange={reload} />
    </>
  );
}

function Confirm({ item, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const confirm = useAction(confirmCaseDocument, (data) => data.confirmCase);
  const { authority } = item;
  if (!authority || authority.confirmedAt) return null;
  return (
    <Card>
      <h2>{t('acting.confirmTitle')}</h2>
      <p>{t(`acting.basis.${authority.basis}`)}</p>
      <ActionButton
        viewerActions={authority.viewerActions}
        action="CONFIRM"
        look="primary"
        label={t('acting.confirm')}
        onRun={() => confirm({ input: { caseId: item.id } })}
        onDone={onChange}
      />
    </Card>
  );
}

function Files({ item, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const prepare = useAction(prepareAttachmentDocument, (data) => data.prepareAttachment);
  const open = useOpenFile(item.id);
  const { attachments, attachmentLimits: limits } = item;
  const canSend = limits && item.accessActions.includes('ATTACH');
  if (attachments.length === 0 && !canSend) return null;
  const makeRoom: PrepareFile = async (file, idempotencyKey) => {
    const outcome = await prepare({ input: { caseId: item.id, layer: 'CASE', ...file, idempotencyKey } });
    const { result } = outcome;
    return { outcome, uploadUrl: result?.__typename === 'PrepareAttachmentSuccess' ? result.uploadUrl : undefined };
  };
  return (
    <Card>
      <h2>{t('acting.files')}</h2>
      {attachments.length === 0 && <SoftText>{t('acting.noFiles')}</SoftText>}
      <FileList files={attachments} senderOf={({ sender }) => t(`conversation.${sender}`)} open={open} />
      {canSend && <FileSender limits={limits} prepare={makeRoom} onDone={onChange} />}
    </Card>
  );
}

/** Gives the address of a file of a case. */
export function useOpenFile(caseId: string): (attachmentId: string) => Promise<string | undefined> {
  const open = useAction(openAttachmentDocument, (data) => data.openAttachment);
  return async (attachmentId) => {
    const { result } = await open({ input: { caseId, attachmentId } });
    return result?.__typename === 'OpenAttachmentSuccess' ? result.downloadUrl : undefined;
  };
}

function Receipt({ item, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const take = useAction(takeReceiptDocument, (data) => data.takeReceipt);
  const [state, setState] = useState<{
    readonly code?: string;
    readonly hasFailed?: boolean;
    readonly isBusy?: boolean;
  }>({});
  const press = async (): Promise<void> => {
    setState({ isBusy: true });
    const { result } = await take({ input: { caseId: item.id } });
    const code = result?.__typename === 'TakeReceiptSuccess' ? result.code : undefined;
    setState(code === undefined ? { hasFailed: true } : { code });
    onChange();
  };
  if (!item.accessActions.includes('TAKE_RECEIPT')) return null;
  if (state.code !== undefined) return <ReceiptCode code={state.code} lead={t('acting.receiptLead')} />;
  return (
    <Card>
      <h2>{t('acting.receipt')}</h2>
      <SoftText>{t('acting.receiptLead')}</SoftText>
      {item.receiptMadeAt && (
        <SoftText isSmall>
          {t('acting.receiptMade')} <DateTimeText instant={item.receiptMadeAt} show="day" />
        </SoftText>
      )}
      {state.hasFailed && <Notice tone="danger">{t('acting.receiptFailed')}</Notice>}
      <Button isBusy={state.isBusy} onPress={() => void press()}>
        {item.receiptMadeAt ? t('acting.receiptAgain') : t('acting.receiptTake')}
      </Button>
    </Card>
  );
}
