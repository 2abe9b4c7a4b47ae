import {
  campusInstant,
  Form,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { SuspendMemberDocument } from '../generated/register-forms/graphql.js';

/** Withholds a member's rights up to and including a day, with a reason that the member reads. */
export function SuspendForm({
  memberId,
  onDone,
}: {
  readonly memberId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const suspend = useGraphMutation(SuspendMemberDocument);
  const form = useForm({
    initial: { reason: '', until: '' },
    submit: async (values) => {
      const until = campusInstant(values.until, campusZone, 1);
      const missing = requireFilled({ reason: values.reason, until });
      if (missing !== undefined) return missing;
      const { data, problem } = await suspend({ input: { memberId, reason: values.reason, until } });
      return { result: data?.suspendMember, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('register.suspend')}>
      <TextAreaField name="reason" label={t('register.reason')} hint={t('register.reasonHint')} rows={3} />
      <TextField name="until" type="date" label={t('register.until')} hint={t('register.untilHint')} />
    </Form>
  );
}
