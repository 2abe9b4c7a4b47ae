import { useState, type ReactElement } from 'react';
import { Card, Form, RadioField, TextAreaField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { oneOf, postKinds } from './kinds.js';
import { publishPostDocument } from './post-documents.js';

type WriteProps = {
  /** Left out for the whole union. */
  readonly groupId?: string;
  readonly kinds: readonly string[];
  readonly onDone: () => void;
};

/** Writes to the people of a group or to the whole union. */
export function WritePost(props: WriteProps): ReactElement {
  const { t } = useTexts();
  const [written, setWritten] = useState(0);
  const done = (): void => {
    setWritten(written + 1);
    props.onDone();
  };
  return (
    <Card>
      {props.groupId === undefined ? <h2>{t('talk.write')}</h2> : <h3>{t('posts.write')}</h3>}
      <WriteForm key={written} {...props} onDone={done} />
    </Card>
  );
}

function WriteForm({ groupId, kinds, onDone }: WriteProps): ReactElement {
  const { t, language } = useTexts();
  const publish = useAction(publishPostDocument, (data) => data.publishPost);
  const form = useForm({
    initial: { kind: kinds.includes('IDEA') ? 'IDEA' : (kinds[0] ?? ''), body: '' },
    submit: ({ kind, body }, idempotencyKey) =>
      publish({ input: { groupId, kind: oneOf(postKinds, kind) ?? 'IDEA', body, language, idempotencyKey } }),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('posts.send')}>
      <RadioField
        name="kind"
        label={t('posts.kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`postKind.${kind}`) }))}
      />
      <TextAreaField
        name="body"
        label={t('posts.body')}
        hint={t(groupId === undefined ? 'talk.bodyHint' : 'posts.bodyHint')}
        rows={3}
      />
    </Form>
  );
}
