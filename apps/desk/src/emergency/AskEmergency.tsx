import {
  campusInstant,
  DialogAction,
  Form,
  SelectField,
  SoftText,
  Stack,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import { requireFilled } from '../blocks/require-filled.js';
import { AskEmergencyAccessDocument, EmergencyActionsDocument } from '../generated/emergency-forms/graphql.js';

const reasons = ['RISK_TO_LIFE', 'SERIOUS_HARM', 'HARM_TO_OTHERS', 'URGENT_DEADLINE', 'LEGAL_DUTY'] as const;
const grounds = ['WOULD_ADD_DANGER', 'WOULD_HINDER_INQUIRY'] as const;

/** Asks to read a case in an emergency; a second person must grant it before anything opens. */
export function AskEmergency({ caseId }: { readonly caseId: string }): ReactElement | null {
  const { t } = useTexts();
  const { data } = useGraphQuery(EmergencyActionsDocument, {});
  return (
    <DialogAction
      viewerActions={data?.viewer.emergencyActions ?? []}
      action="ASK"
      label={t('emergency.ask')}
      look="quiet"
    >
      {(close) => <AskForm {...{ caseId }} onDone={close} />}
    </DialogAction>
  );
}

type AskFormProps = { readonly caseId: string; readonly onDone: () => void };

function AskForm({ caseId, onDone }: AskFormProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const ask = useGraphMutation(AskEmergencyAccessDocument);
  const form = useForm({
    initial: { reason: '', words: '', 'tellLater.ground': '', 'tellLater.tellBy': '' },
    submit: async (values, idempotencyKey) => {
      const reason = reasons.find((one) => one === values.reason);
      const ground = grounds.find((one) => one === values['tellLater.ground']);
      const tellBy = campusInstant(values['tellLater.tellBy'], campusZone, 1);
      const missing = requireFilled({
        reason: values.reason,
        words: values.words,
        'tellLater.tellBy': ground === undefined ? 'at once' : tellBy,
      });
      if (missing !== undefined || reason === undefined) return missing ?? {};
      const tellLater = ground === undefined ? null : { ground, tellBy };
      const { data, problem } = await ask({
        input: { caseId, reason, words: values.words, tellLater, idempotencyKey },
      });
      return { result: data?.askEmergencyAccess, problem };
    },
    onDone,
  });
  return (
    <Stack>
      <p>{t('emergency.askLead')}</p>
      <Form form={form} submitLabel={t('emergency.askSend')}>
        <SelectField
          name="reason"
          label={t('emergency.reasonLabel')}
          options={optionsFrom(reasons, (one) => t(`emergency.reason.${one}`))}
        />
        <TextAreaField name="words" label={t('emergency.words')} hint={t('emergency.wordsHint')} />
        <SoftText>{t('emergency.tellLead')}</SoftText>
        <SelectField
          name="tellLater.ground"
          label={t('emergency.tellLater')}
          isOptional
          options={optionsFrom(grounds, (one) => t(`emergency.ground.${one}`))}
        />
        {form.values['tellLater.ground'] !== '' && (
          <TextField
            name="tellLater.tellBy"
            type="date"
            label={t('emergency.tellBy')}
            hint={t('emergency.tellByHint')}
          />
        )}
      </Form>
    </Stack>
  );
}
