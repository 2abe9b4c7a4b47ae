import { Form, TextAreaField, useForm, useGraphMutation, useTexts, type Outcome } from '@guildhall/ui';
import type { ReactElement } from 'react';
import {
  DeclineAffiliationDocument,
  RequestAffiliationChangesDocument,
} from '../generated/affiliation-forms/graphql.js';

/** Asks a group for changes, or declines what it handed in, each with a note that it reads. */
export function NoteForm({
  submissionId,
  decision,
  onDone,
}: {
  readonly submissionId: string;
  readonly decision: 'REQUEST_CHANGES' | 'DECLINE';
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const ask = useGraphMutation(RequestAffiliationChangesDocument);
  const decline = useGraphMutation(DeclineAffiliationDocument);
  const isAsking = decision === 'REQUEST_CHANGES';
  const form = useForm({
    initial: { note: '' },
    submit: async ({ note }): Promise<Outcome> => {
      const input = { submissionId, note };
      if (isAsking) {
        const { data, problem } = await ask({ input });
        return { result: data?.requestAffiliationChanges, problem };
      }
      const { data, problem } = await decline({ input });
      return { result: data?.declineAffiliation, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t(isAsking ? 'affiliations.askChanges' : 'affiliations.decline')}>
      <TextAreaField
        name="note"
        label={t('affiliations.note')}
        hint={t(isAsking ? 'affiliations.changesHint' : 'affiliations.declineHint')}
        rows={4}
      />
    </Form>
  );
}
