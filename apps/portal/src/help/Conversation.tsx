import type { ReactElement } from 'react';
import { Card, DateTimeText, Form, SoftText, TextAreaField, useForm, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import styles from '../parts/parts.module.css';
import { Prose } from '../parts/Rows.js';
import type { ShownCase } from './case-document.js';

const postDocument = withFaults(
  graphql(`
    mutation PostCaseMessage($input: PostCaseMessageInput!) {
      postCaseMessage(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

type ConversationProps = { readonly item: ShownCase; readonly onChange: () => void };

/** What the student and the case worker wrote to each other, and a field to answer. */
export function Conversation({ item, onChange }: ConversationProps): ReactElement {
  const { t } = useTexts();
  const { edges } = item.messages;
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
      {item.viewerActions.includes('POST_MESSAGE') && (
        <Answer key={edges.length} caseId={item.id} onChange={onChange} />
      )}
    </Card>
  );
}

function Answer({ caseId, onChange }: { readonly caseId: string; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const post = useAction(postDocument, (data) => data.postCaseMessage);
  const form = useForm({
    initial: { body: '' },
    submit: ({ body }, idempotencyKey) => post({ input: { caseId, body, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('conversation.send')}>
      <TextAreaField name="body" label={t('conversation.body')} rows={3} />
    </Form>
  );
}
