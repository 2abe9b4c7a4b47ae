import {
  Card,
  Form,
  isUserError,
  TextAreaField,
  TextField,
  useForm,
  useTexts,
  type FormValues,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import { useRef, type ReactElement } from 'react';
import type { DraftAchievementInput } from '../generated/achievement-forms/graphql.js';
import { readAchievement } from './achievement-form.js';
import { CriteriaEditor } from './CriteriaEditor.js';
import { LeaveGuard } from './LeaveGuard.js';
import { SkillsEditor } from './SkillsEditor.js';

/** What the form begins with, how it is sent, and where it leads. */
export type AchievementFormProps<Result extends MutationResult> = {
  readonly initial: FormValues;
  readonly submitLabel: string;
  readonly onSave: (input: DraftAchievementInput, idempotencyKey: string) => Promise<Outcome<Result>>;
  readonly onDone: (result: Result) => void;
};

/** An achievement being written. Whatever goes wrong, what is typed stays, and nobody leaves it without being asked. */
export function AchievementForm<Result extends MutationResult>(props: AchievementFormProps<Result>): ReactElement {
  const { initial, submitLabel, onSave, onDone } = props;
  const { t } = useTexts();
  const isSaved = useRef(false);
  const form = useForm({
    initial,
    submit: async (values: FormValues, idempotencyKey: string): Promise<Outcome<Result | MutationResult>> => {
      const { input, problems } = readAchievement(values);
      if (input === undefined) return { result: { __typename: 'ValidationError', fields: problems } };
      const outcome = await onSave(input, idempotencyKey);
      if (outcome.result !== undefined && !isUserError(outcome.result)) {
        isSaved.current = true;
        onDone(outcome.result);
      }
      return outcome;
    },
  });
  return (
    <Card>
      <Form form={form} submitLabel={submitLabel}>
        <TextField name="title.en" label={t('achievements.titleEn')} />
        <TextField name="title.zh" label={t('achievements.titleZh')} hint={t('achievements.titleHint')} />
        <TextAreaField
          name="summary.en"
          label={t('achievements.summaryEn')}
          hint={t('achievements.summaryHint')}
          rows={3}
        />
        <TextAreaField name="summary.zh" label={t('achievements.summaryZh')} rows={3} />
        <CriteriaEditor form={form} />
        <SkillsEditor form={form} />
        <TextField
          name="validDays"
          type="number"
          label={t('achievements.validDays')}
          hint={t('achievements.validDaysHint')}
          isOptional
        />
      </Form>
      <LeaveGuard isUnsaved={() => form.values !== initial && !isSaved.current} />
    </Card>
  );
}
