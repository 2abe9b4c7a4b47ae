import type { FormValues } from '@guildhall/ui';
import {
  campusDay,
  campusInstant,
  CheckboxesField,
  Form,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import { requireFilled } from '../blocks/require-filled.js';
import type { PublishServiceRuleInput, ShownRuleFragment } from '../generated/rules/graphql.js';
import { PublishServiceRuleDocument } from '../generated/rules/graphql.js';
import { ruleNumbers, type RuleNumber } from './rule-numbers.js';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

/** The next version of promises and calendar, beginning with what is in force. */
export function RuleForm({
  latest,
  onDone,
}: {
  readonly latest: ShownRuleFragment;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const publish = useGraphMutation(PublishServiceRuleDocument);
  const form = useForm({
    initial: initialOf(latest, campusDay(Date.now() + dayMs, campusZone)),
    submit: async (values) => {
      const validFrom = campusInstant(text(values['validFrom']), campusZone);
      const missing = requireFilled({ validFrom });
      if (missing !== undefined) return missing;
      const { data, problem } = await publish({ input: { validFrom, ...inputOf(values) } });
      return { result: data?.publishServiceRule, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('rules.publishSave')}>
      <TextField name="validFrom" type="date" label={t('rules.validFrom')} />
      <CheckboxesField
        name="workingWeekdays"
        label={t('rules.weekdays')}
        options={optionsFrom(weekdays, (day) => t(`weekday.${day}`))}
      />
      <TextAreaField name="closures" rows={4} label={t('rules.closures')} hint={t('rules.closuresHint')} />
      <TextAreaField name="holidays" rows={4} label={t('rules.holidays')} hint={t('rules.holidaysHint')} />
      {ruleNumbers.map((key) => (
        <TextField key={key} name={key} type="number" label={t(`rule.${key}`)} />
      ))}
      <TextField name="reminderDays" label={t('rule.reminderDays')} hint={t('rules.reminderHint')} />
    </Form>
  );
}

const dayMs = 86_400_000;

function initialOf(latest: ShownRuleFragment, tomorrow: string): FormValues {
  return {
    validFrom: tomorrow,
    workingWeekdays: latest.workingWeekdays.map(String),
    closures: latest.closures.map(({ from, to }) => `${from} ${to}`).join('\n'),
    holidays: latest.holidays.join('\n'),
    reminderDays: latest.reminderDays.join(' '),
    ...Object.fromEntries(ruleNumbers.map((key) => [key, String(latest[key])])),
  };
}

/** What stands in the form, as the graph takes it; what is no number or date is left for the graph to refuse. */
function inputOf(values: FormValues): Omit<PublishServiceRuleInput, 'validFrom'> {
  const days = values['workingWeekdays'];
  const numbers = Object.fromEntries(ruleNumbers.map((key) => [key, whole(text(values[key]))])) as Record<
    RuleNumber,
    number
  >;
  return {
    ...numbers,
    workingWeekdays: (typeof days === 'object' ? days : []).map(Number),
    closures: lines(values['closures']).map((line) => {
      const [from = '', to = from] = line.split(/[\s–]+/);
      return { from, to };
    }),
    holidays: lines(values['holidays']),
    reminderDays: text(values['reminderDays'])
      .split(/[\s,]+/)
      .map(whole),
  };
}

function lines(value: FormValues[string] | undefined): readonly string[] {
  return text(value)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function whole(value: string): number {
  const number = Number(value);
  return Number.isInteger(number) ? number : 0;
}

function text(value: FormValues[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}
