import type { ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  Cluster,
  DateTimeText,
  FileList,
  FileSender,
  Form,
  SoftText,
  Stack,
  TextAreaField,
  useForm,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import styles from '../parts/parts.module.css';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { ClaimCard } from './ClaimCard.js';
import {
  closeByReceiptDocument,
  openByReceiptDocument,
  postReceiptMessageDocument,
  prepareByReceiptDocument,
  withdrawByReceiptDocument,
  type ShownReceipt,
} from './receipt-documents.js';
import { ReceiptReferral } from './ReceiptReferral.js';

/** What every part of the page knows. */
export type ReceiptParts = { readonly code: string; readonly receipt: ShownReceipt; readonly onChange: () => void };

/** A case behind a code: where it stands, and for an anonymous one all that its student may see and do. */
export function ReceiptView(props: ReceiptParts & { readonly onLeave: () => void }): ReactElement {
  const { code, receipt, onChange, onLeave } = props;
  const { t } = useTexts();
  const { state } = useSession();
  const isAnonymous = receipt.kind === 'ANONYMOUS';
  return (
    <Stack gap="large">
      <Standing {...props} />
      {receipt.referrals.map((referral) => (
        <ReceiptReferral key={referral.id} {...{ code, referral, onChange }} />
      ))}
      {isAnonymous && <Talk {...{ code, receipt, onChange }} />}
      {isAnonymous && state.status === 'signed-in' && <ClaimCard code={code} />}
      <Cluster>
        <Button onPress={onLeave}>{t('receipt.leave')}</Button>
      </Cluster>
    </Stack>
  );
}

function Standing({ code, receipt, onChange }: ReceiptParts): ReactElement {
  const { t } = useTexts();
  const close = useAction(closeByReceiptDocument, (data) => data.closeCaseByReceipt);
  const withdraw = useAction(withdrawByReceiptDocument, (data) => data.withdrawCaseByReceipt);
  const { viewerActions } = receipt;
  const next = receipt.deadlines.find(({ metAt }) => metAt === null);
  return (
    <Card>
      <h2>{t(`matter.${receipt.matter}`)}</h2>
      <Cluster>
        <StatusWord family="case" status={receipt.status} />
        <SoftText>{t(`stage.${receipt.stage}`)}</SoftText>
      </Cluster>
      {receipt.narrative && <Prose>{receipt.narrative}</Prose>}
      {receipt.kind === 'STATUS' && <SoftText>{t('receipt.statusOnly')}</SoftText>}
      <Facts
        facts={[
          { name: t('case.opened'), value: <DateTimeText instant={receipt.openedAt} show="day" /> },
          {
            name: (next && t(`deadline.${next.kind}`)) || '',
            value: next && <DateTimeText instant={next.dueAt} isRelative />,
          },
          { name: t('case.outcome'), value: receipt.outcome && t(`outcome.${receipt.outcome}`) },
          { name: t('case.summary'), value: receipt.outcomeSummary && <Prose>{receipt.outcomeSummary}</Prose> },
        ]}
      />
      <Cluster>
        <ActionButton
          {...{ viewerActions }}
          action="CLOSE"
          label={t('receipt.accept')}
          onRun={() => close({ input: { code } })}
          onDone={onChange}
        />
        <ActionButton
          {...{ viewerActions }}
          action="WITHDRAW"
          look="danger"
          label={t('case.withdraw')}
          confirm={{ title: t('case.withdrawTitle'), body: t('receipt.withdrawBody'), label: t('case.withdraw') }}
          onRun={() => withdraw({ input: { code } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}

function Talk({ code, receipt, onChange }: ReceiptParts): ReactElement {
  const { t } = useTexts();
  const { edges } = receipt.messages;
  const open = useAction(openByReceiptDocument, (data) => data.openAttachmentByReceipt);
  const openFile = async (attachmentId: string): Promise<string | undefined> => {
    const { result } = await open({ input: { code, attachmentId } });
    return result?.__typename === 'OpenAttachmentByReceiptSuccess' ? result.downloadUrl : undefined;
  };
  const canWrite = receipt.viewerActions.includes('POST_MESSAGE');
  return (
    <Card>
      <h2>{t('conversation.title')}</h2>
      {edges.length === 0 && <SoftText>{t('conversation.none')}</SoftText>}
      <ol className={styles.plain}>
        {edges.map(({ node }) => (
          <li key={node.id} className={styles.message} data-mine={node.author === 'STUDENT'}>
            <SoftText isSmall>
              {t(`conversation.${node.author}`)} · <DateTimeText instant={node.sentAt} />
            </SoftText>
            <Prose>{node.body ?? t('case.erased')}</Prose>
          </li>
        ))}
      </ol>
      {receipt.attachments.length > 0 && (
        <FileList files={receipt.attachments} aboutOf={({ sender }) => t(`conversation.${sender}`)} open={openFile} />
      )}
      {canWrite && <Answer key={edges.length} {...{ code, onChange }} />}
      {canWrite && receipt.attachmentLimits && (
        <Send code={code} limits={receipt.attachmentLimits} onChange={onChange} />
      )}
    </Card>
  );
}

function Answer({ code, onChange }: { readonly code: string; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const post = useAction(postReceiptMessageDocument, (data) => data.postReceiptMessage);
  const form = useForm({
    initial: { body: '' },
    submit: ({ body }, idempotencyKey) => post({ input: { code, body, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('conversation.send')}>
      <TextAreaField name="body" label={t('conversation.body')} rows={3} />
    </Form>
  );
}

function Send({
  code,
  limits,
  onChange,
}: {
  readonly code: string;
  readonly limits: NonNullable<ShownReceipt['attachmentLimits']>;
  readonly onChange: () => void;
}): ReactElement {
  const prepare = useAction(prepareByReceiptDocument, (data) => data.prepareAttachmentByReceipt);
  return (
    <FileSender
      limits={limits}
      prepare={async (file, idempotencyKey) => {
        const outcome = await prepare({ input: { code, ...file, idempotencyKey } });
        const { result } = outcome;
        return {
          outcome,
          uploadUrl: result?.__typename === 'PrepareAttachmentByReceiptSuccess' ? result.uploadUrl : undefined,
        };
      }}
      onDone={onChange}
    />
  );
}
