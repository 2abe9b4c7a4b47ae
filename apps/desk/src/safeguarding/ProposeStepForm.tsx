import {
  campusInstant,
  Form,
  QueryView,
  SelectField,
  SoftText,
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
import type { SafeguardingRecipient, SafeguardingRuleQuery } from '../generated/safeguarding/graphql.js';
import { ProposeSafeguardingStepDocument, SafeguardingRuleDocument } from '../generated/safeguarding/graphql.js';

/** The case to propose a step in, and what follows. */
export type ProposeStepFormProps = { readonly caseId: string; readonly onDone: () => void };

type Rule = NonNullable<SafeguardingRuleQuery['safeguardingRule']>;

const recipients: readonly SafeguardingRecipient[] = [
  'EMERGENCY_SERVICES',
  'POLICE',
  'HEALTH_SERVICE',
  'SOCIAL_SERVICES',
  'UNIVERSITY_SAFEGUARDING',
];

/** Proposes a step without consent on one of the grounds in force. */
export function ProposeStepForm(props: ProposeStepFormProps): ReactElement {
  const query = useGraphQuery(SafeguardingRuleDocument, {});
  return (
    <QueryView query={query}>
      {({ safeguardingRule }) => (safeguardingRule ? <GroundedForm {...props} rule={safeguardingRule} /> : null)}
    </QueryView>
  );
}

function GroundedForm({ caseId, rule, onDone }: ProposeStepFormProps & { readonly rule: Rule }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const propose = useGraphMutation(ProposeSafeguardingStepDocument);
  const form = useForm({
    initial: { ground: '', recipient: '', reason: '', 'tellLater.ground': '', 'tellLater.by': '' },
    submit: async (values, idempotencyKey) => {
      const { ground, reason } = values;
      const later = { ground: values['tellLater.ground'], by: campusInstant(values['tellLater.by'], campusZone, 1) };
      const isLater = later.ground !== '' || later.by !== '';
      const recipient = recipients.find((each) => each === values.recipient);
      const missing = requireFilled({
        ground,
        recipient: values.recipient,
        reason,
        ...(isLater && { 'tellLater.ground': later.ground, 'tellLater.by': later.by }),
      });
      if (missing !== undefined || recipient === undefined) return missing ?? {};
      const tellLater = isLater ? later : undefined;
      const input = { caseId, ground, recipient, reason, tellLater, idempotencyKey };
      const { data, problem } = await propose({ input });
      return { result: data?.proposeSafeguardingStep, problem };
    },
    onDone,
  });
  const groundWord = (each: string): string => t(`safeguardingGround.${each}`);
  return (
    <Form form={form} submitLabel={t('safeguarding.proposeSave')}>
      <SoftText>{t('safeguarding.proposeLead')}</SoftText>
      <SelectField name="ground" label={t('safeguarding.ground')} options={optionsFrom(rule.grounds, groundWord)} />
      <SelectField
        name="recipient"
        label={t('safeguarding.recipient')}
        options={optionsFrom(recipients, (each) => t(`safeguardingRecipient.${each}`))}
      />
      <TextAreaField name="reason" label={t('safeguarding.reason')} hint={t('safeguarding.reasonHint')} />
      <SelectField
        name="tellLater.ground"
        label={t('safeguarding.laterGround')}
        hint={t('safeguarding.laterGroundHint')}
        options={optionsFrom(rule.laterGrounds, groundWord)}
        isOptional
      />
      <TextField
        name="tellLater.by"
        type="date"
        label={t('safeguarding.laterBy')}
        hint={t('safeguarding.laterByHint', { days: rule.laterDaysMax })}
        isOptional
      />
    </Form>
  );
}
