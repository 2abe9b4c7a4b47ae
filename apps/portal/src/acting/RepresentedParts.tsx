import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  FileList,
  Form,
  SoftText,
  Stack,
  TextAreaField,
  useForm,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import styles from '../parts/parts.module.css';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import {
  postAsRepresentativeDocument,
  withdrawRepresentativeDocument,
  type RepresentedCase,
} from './acting-documents.js';
import { useOpenFile } from './use-open-file.js';

type PartProps = { readonly item: RepresentedCase; readonly onChange: () => void };

/** What a student shares with who acts for them, and what that person may do. */
export function RepresentedParts({ item, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawRepresentativeDocument, (data) => data.withdrawRepresentative);
  return (
    <Stack gap="large">
      <Card>
        <h2>{t(`matter.${item.matter}`)}</h2>
        <Cluster>
          <StatusWord family="case" status={item.status} />
          <SoftText>{t(`stage.${item.stage}`)}</SoftText>
        </Cluster>
        <Prose>{item.narrative ?? t('case.erased')}</Prose>
        {item.outcomeSummary && <Prose>{item.outcomeSummary}</Prose>}
        <SoftText>
          {t(`acting.may.${item.consent.scope}`)} · {t('acting.until')}{' '}
          <DateTimeText instant={item.consent.endsAt} show="day" />
        </SoftText>
        <Cluster>
          <ActionButton
            viewerActions={item.consent.viewerActions}
            action="WITHDRAW"
            look="danger"
            label={t('acting.giveUp')}
            confirm={{ title: t('acting.giveUpTitle'), body: t('acting.giveUpBody'), label: t('acting.giveUp') }}
            onRun={() => withdraw({ input: { representativeId: item.consent.id } })}
            onDone={onChange}
          />
        </Cluster>
      </Card>
      <Talk item={item} onChange={onChange} />
    </Stack>
  );
}

function Talk({ item, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const { edges } = item.messages;
  const authorOf = (author: string): string => t(`acting.author.${author}`);
  const open = useOpenFile(item.id);
  return (
    <Card>
      <h2>{t('conversation.title')}</h2>
      {edges.length === 0 && <SoftText>{t('conversation.none')}</SoftText>}
      <ol className={styles.plain}>
        {edges.map(({ node }) => (
          <li key={node.id} className={styles.message} data-mine={node.author === 'REPRESENTATIVE'}>
            <SoftText isSmall>
              {authorOf(node.author)} · <DateTimeText instant={node.sentAt} />
            </SoftText>
            <Prose>{node.body ?? t('case.erased')}</Prose>
          </li>
        ))}
      </ol>
      {item.attachments.length > 0 && (
        <FileList files={item.attachments} aboutOf={({ sender }) => authorOf(sender)} open={open} />
      )}
      {item.viewerActions.includes('POST_MESSAGE') && (
        <Answer key={edges.length} caseId={item.id} onChange={onChange} />
      )}
    </Card>
  );
}

function Answer({ caseId, onChange }: { readonly caseId: string; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const post = useAction(postAsRepresentativeDocument, (data) => data.postAsRepresentative);
  const form = useForm({
    initial: { body: '' },
    submit: ({ body }, idempotencyKey) => post({ input: { caseId, body, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('conversation.send')}>
      <TextAreaField name="body" label={t('acting.body')} rows={3} />
    </Form>
  );
}
