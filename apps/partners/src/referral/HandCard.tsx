import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DialogAction,
  Form,
  PersonChip,
  SelectField,
  SoftText,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import { ColleaguesDocument, HandReferralDocument } from '../generated/graphql.js';

/** Who works on the referral, and the way to hand it over. */
export function HandCard({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement | null {
  const { t } = useTexts();
  const { handler, viewerActions } = referral;
  if (!handler && !viewerActions.includes('HAND')) return null;
  return (
    <Card>
      <h2>{t('handing.title')}</h2>
      {handler ? <PersonChip name={handler.name ?? handler.subject} /> : <SoftText>{t('handing.nobody')}</SoftText>}
      <Cluster>
        <DialogAction viewerActions={viewerActions} action="HAND" label={t('handing.hand')}>
          {(close) => <HandForm referral={referral} onDone={close} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type HandFormProps = { readonly referral: ReferralPartsFragment; readonly onDone: () => void };

function HandForm({ referral, onDone }: HandFormProps): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(ColleaguesDocument, {});
  const hand = useGraphMutation(HandReferralDocument);
  const form = useForm({
    initial: { subject: referral.handler?.subject ?? '' },
    submit: async ({ subject }) => {
      const input = { referralId: referral.id, subject: subject === '' ? undefined : subject };
      const answer = await hand({ input });
      return { result: answer.data?.handReferral, problem: answer.problem };
    },
    onDone,
  });
  const staff = data?.viewer.department?.staff ?? [];
  return (
    <Form form={form} submitLabel={t('handing.hand')}>
      <SelectField
        name="subject"
        label={t('handing.to')}
        hint={t('handing.hint')}
        options={staff.map(({ subject, name }) => ({ value: subject, label: name ?? subject }))}
      />
    </Form>
  );
}
