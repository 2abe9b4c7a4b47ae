import type { ReactElement } from 'react';
import { useState } from 'react';
import { Form, Notice, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import { DraftReferralResponseDocument } from '../generated/graphql.js';

/** Keeps a draft of the answer that nobody outside the department reads. */
export function DraftAnswerForm({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement {
  const { t } = useTexts();
  const { id: referralId, draftResponse, viewerActions } = referral;
  const [keptText, setKeptText] = useState<string>();
  const keep = useGraphMutation(DraftReferralResponseDocument);
  const form = useForm({
    initial: { text: draftResponse ?? '' },
    submit: async ({ text }) => {
      const { data, problem } = await keep({ input: { referralId, text } });
      if (data?.draftReferralResponse.__typename === 'DraftReferralResponseSuccess') setKeptText(text);
      return { result: data?.draftReferralResponse, problem };
    },
  });
  return (
    <Form
      form={form}
      submitLabel={t('answer.keepDraft')}
      submitLook={viewerActions.includes('RESPOND') ? 'plain' : 'primary'}
    >
      <TextAreaField name="text" label={t('answer.draft')} hint={t('answer.draftHint')} />
      {keptText !== undefined && keptText === form.values['text'] && <Notice tone="good">{t('answer.kept')}</Notice>}
    </Form>
  );
}
