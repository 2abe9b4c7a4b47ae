import { Form, Notice, RadioField, SoftText, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { AssignMediatorDocument } from '../generated/mediations/graphql.js';
import type { QueuedMediationProps } from './QueuedMediation.js';

/** Chooses among the mediators who are free of every tie; for the others it says that they are not, and never why. */
export function AssignMediatorForm({ entry, onDone }: QueuedMediationProps): ReactElement {
  const { t } = useTexts();
  const assign = useGraphMutation(AssignMediatorDocument);
  const free = entry.candidates.filter(({ isFree }) => isFree);
  const tied = entry.candidates.filter(({ isFree }) => !isFree);
  const form = useForm({
    initial: { mediator: free.length === 1 ? (free[0]?.subject ?? '') : '' },
    submit: async ({ mediator }) => {
      const missing = requireFilled({ mediator });
      if (missing !== undefined) return missing;
      const { data, problem } = await assign({ input: { mediationId: entry.id, mediator } });
      return { result: data?.assignMediator, problem };
    },
    onDone,
  });
  if (free.length === 0) return <Notice tone="warn">{t('mediations.nobodyFree')}</Notice>;
  return (
    <Form form={form} submitLabel={t('mediations.assignYes')}>
      <RadioField
        name="mediator"
        label={t('mediations.freeMediators')}
        hint={t('mediations.tieCheck')}
        options={free.map(({ subject }) => ({ value: subject, label: subject }))}
      />
      {tied.length > 0 && (
        <SoftText>{t('mediations.notFree', { names: tied.map(({ subject }) => subject).join(', ') })}</SoftText>
      )}
    </Form>
  );
}
