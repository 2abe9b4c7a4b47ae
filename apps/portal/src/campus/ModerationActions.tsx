import type { ReactElement } from 'react';
import { RadioField, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { oneOf, reportReasons } from './kinds.js';
import { appealDocument, moderateDocument, reportDocument } from './post-actions.js';

type Props = {
  readonly kind: 'POST' | 'REPLY';
  readonly id: string;
  readonly viewerActions: readonly string[];
  readonly onDone: () => void;
};

/** What can be done against something that somebody wrote, and against its removal. */
export function ModerationActions({ kind, id, viewerActions, onDone }: Props): ReactElement {
  const { t } = useTexts();
  const moderate = useAction(moderateDocument, (data) => data.moderateContent);
  const appeal = useAction(appealDocument, (data) => data.appealRemoval);
  const shared = { viewerActions, onDone };
  return (
    <>
      <Report {...{ kind, id, viewerActions, onDone }} />
      {(['HOLD', 'REMOVE'] as const).map((decision) => (
        <FormAction
          key={decision}
          {...shared}
          action={decision}
          look="danger"
          label={t(`talk.decision.${decision}`)}
          lead={t(`talk.decisionLead.${decision}`)}
          initial={{ reason: '' }}
          onRun={({ reason }) => moderate({ input: { kind, subjectId: id, decision, reason } })}
        >
          <TextAreaField name="reason" label={t('posts.reason')} hint={t('posts.reasonHint')} />
        </FormAction>
      ))}
      <FormAction
        {...shared}
        action="APPEAL"
        label={t('talk.appeal')}
        lead={t('talk.appealLead')}
        initial={{ words: '' }}
        onRun={({ words }) => appeal({ input: { kind, subjectId: id, words } })}
      >
        <TextAreaField name="words" label={t('talk.appealWords')} />
      </FormAction>
    </>
  );
}

function Report({ kind, id, viewerActions, onDone }: Props): ReactElement {
  const { t } = useTexts();
  const report = useAction(reportDocument, (data) => data.reportContent);
  return (
    <FormAction
      {...{ viewerActions, onDone }}
      action="REPORT"
      look="quiet"
      label={t('talk.report')}
      lead={t('talk.reportLead')}
      initial={{ reason: 'HARASSMENT', note: '' }}
      onRun={({ reason, note }, idempotencyKey) =>
        report({
          input: { kind, subjectId: id, reason: oneOf(reportReasons, reason) ?? 'OTHER', note, idempotencyKey },
        })
      }
    >
      <RadioField
        name="reason"
        label={t('talk.reportWhy')}
        options={reportReasons.map((value) => ({ value, label: t(`talk.reason.${value}`) }))}
      />
      <TextAreaField name="note" label={t('talk.reportNote')} hint={t('talk.reportNoteHint')} />
    </FormAction>
  );
}
