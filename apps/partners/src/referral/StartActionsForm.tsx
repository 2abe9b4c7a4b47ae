import type { ReactElement } from 'react';
import { useState } from 'react';
import type { FieldValue, FormValues, MutationResult, Outcome } from '@guildhall/ui';
import {
  Button,
  campusInstant,
  Form,
  Notice,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { StartReferralActionsDocument } from '../generated/graphql.js';

const milestonesMax = 20;

/** The referral and what to do once the department acts. */
export type StartActionsFormProps = { readonly referralId: string; readonly onDone: () => void };

/** Begins with what was promised, and says until when which part of it is done; more can be promised later. */
export function StartActionsForm({ referralId, onDone }: StartActionsFormProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const start = useGraphMutation(StartReferralActionsDocument);
  const [count, setCount] = useState(1);
  const initial: FormValues = { 'milestones.0.text': '', 'milestones.0.dueAt': '' };
  const form = useForm({
    initial,
    submit: async (values): Promise<Outcome<MutationResult>> => {
      const milestones = milestonesOf(values, count).map(({ text, day }) => ({
        text,
        dueAt: campusInstant(day, campusZone, 1),
      }));
      const missing = milestones.flatMap(({ dueAt }, index) =>
        dueAt === '' ? [{ path: `milestones.${index}.dueAt`, rule: 'REQUIRED' as const }] : [],
      );
      if (missing.length > 0) return { result: { __typename: 'ValidationError', fields: missing } };
      const { data, problem } = await start({ input: { referralId, milestones } });
      return { result: data?.startReferralActions, problem };
    },
    onDone,
  });
  const add = (): void => {
    form.change(`milestones.${count}.text`, '');
    form.change(`milestones.${count}.dueAt`, '');
    setCount(count + 1);
  };
  const more = (
    <Button icon="plus" onPress={add}>
      {t('milestone.another')}
    </Button>
  );
  return (
    <Form form={form} submitLabel={t('actions.start')} secondary={count < milestonesMax ? more : undefined}>
      <Notice>{t('actions.startBody')}</Notice>
      {Array.from({ length: count }, (_, index) => (
        <MilestoneFields key={index} index={index} />
      ))}
    </Form>
  );
}

function MilestoneFields({ index }: { readonly index: number }): ReactElement {
  const { t } = useTexts();
  const number = index + 1;
  return (
    <>
      <TextField
        name={`milestones.${index}.text`}
        label={t('milestone.nthWhat', { number })}
        hint={index === 0 ? t('milestone.startHint') : undefined}
      />
      <TextField name={`milestones.${index}.dueAt`} type="date" label={t('milestone.nthDue', { number })} />
    </>
  );
}

/** The promises as they stand; those left empty altogether were only offered. */
function milestonesOf(values: FormValues, count: number): readonly { readonly text: string; readonly day: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    text: asText(values[`milestones.${index}.text`]),
    day: asText(values[`milestones.${index}.dueAt`]),
  })).filter(({ text, day }) => text.trim() !== '' || day !== '');
}

function asText(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
