import type { ReactElement } from 'react';
import { RadioField, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { askToRaiseDocument } from './post-actions.js';
import type { ShownPost } from './post-documents.js';

/** Asks the author of an idea with support whether the viewer may raise it. */
export function AskToRaise({
  post,
  onChange,
}: {
  readonly post: ShownPost;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const ask = useAction(askToRaiseDocument, (data) => data.askToRaise);
  return (
    <FormAction
      viewerActions={post.viewerActions}
      action="ASK_TO_RAISE"
      label={t('talk.askToRaise')}
      lead={t('talk.askToRaiseLead')}
      initial={{ target: 'PROPOSAL', note: '' }}
      onRun={({ target, note }, idempotencyKey) =>
        ask({ input: { postId: post.id, target: target === 'ISSUE' ? 'ISSUE' : 'PROPOSAL', note, idempotencyKey } })
      }
      onDone={onChange}
    >
      <RadioField
        name="target"
        label={t('talk.raiseAs')}
        options={(['PROPOSAL', 'ISSUE'] as const).map((value) => ({ value, label: t(`talk.target.${value}`) }))}
      />
      <TextAreaField name="note" label={t('talk.raiseNote')} />
    </FormAction>
  );
}
