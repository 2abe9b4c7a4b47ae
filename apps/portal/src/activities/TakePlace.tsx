import { Suspense, type ReactElement } from 'react';
import {
  CheckboxField,
  Form,
  SelectField,
  Skeleton,
  SoftText,
  useForm,
  useTexts,
  type FormValues,
} from '@guildhall/ui';
import { answersOf, answerValues } from '../asking/answer-values.js';
import { useAction } from '../graph/use-action.js';
import { lazyPart } from '../parts/lazy-part.js';
import type { ShownActivity } from './activity-document.js';
import { registerDocument } from './place-documents.js';
import { useClash } from './use-clash.js';

/** Most activities ask nothing. */
const QuestionFields = lazyPart(() => import('../asking/QuestionFields.js'), 'QuestionFields');

/** What the viewer chooses with a place. */
type Choice = FormValues & { readonly poolId: string; readonly autoAccept: boolean };

/** Takes a seat, or the last place of the waiting list with the choice of what is to happen when a seat becomes free. */
export function TakePlace({
  activity,
  onChange,
}: {
  readonly activity: ShownActivity;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const register = useAction(registerDocument, (data) => data.registerForActivity);
  const pools = activity.pools.filter(({ isForViewer }) => isForViewer);
  const send = ({ poolId, autoAccept, ...values }: Choice, despiteClash: boolean, idempotencyKey: string) => {
    const answers = answersOf(activity.questions, values);
    return register({
      input: { activityId: activity.id, poolId: poolId || null, autoAccept, despiteClash, answers, idempotencyKey },
    });
  };
  const clash = useClash(onChange);
  const form = useForm<Choice, { readonly __typename: string }>({
    initial: { ...answerValues(activity.questions, []), poolId: '', autoAccept: false },
    submit: (choice, key) =>
      clash.ask((despiteClash) => send(choice, despiteClash, despiteClash ? crypto.randomUUID() : key)),
  });
  const isFull = !hasSeatFor(activity);
  return (
    <>
      {isFull && <SoftText>{t('registration.fullLead')}</SoftText>}
      <Form form={form} submitLabel={isFull ? t('registration.queue') : t('registration.register')}>
        {pools.length > 1 && (
          <SelectField
            name="poolId"
            label={t('registration.pool')}
            hint={t('registration.poolHint')}
            options={pools.map(({ id, name, seatsLeft }) => ({
              value: id,
              label: t('registration.poolOption', { name, count: seatsLeft }),
            }))}
          />
        )}
        {pools.length === 1 && <SoftText>{t('registration.poolForYou', { name: pools[0]?.name })}</SoftText>}
        {activity.questions.length > 0 && (
          <Suspense fallback={<Skeleton height="6rem" />}>
            <QuestionFields questions={activity.questions} />
          </Suspense>
        )}
        {isFull && <CheckboxField name="autoAccept" label={t('registration.autoAccept')} />}
        {isFull && <SoftText isSmall>{t('registration.autoAcceptHint')}</SoftText>}
      </Form>
      {clash.dialog}
    </>
  );
}

/** Whether the viewer would have a seat now: one for everybody, or one that is kept for them. */
function hasSeatFor({ seatsLeft, generalSeatsLeft, pools }: ShownActivity): boolean {
  if (seatsLeft == null || generalSeatsLeft == null || generalSeatsLeft > 0) return true;
  return pools.some((pool) => pool.isForViewer && pool.seatsLeft > 0);
}
