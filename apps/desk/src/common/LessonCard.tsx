import type { Outcome } from '@guildhall/ui';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  RadioField,
  SoftText,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { CommonMattersQuery, LessonReturnReason } from '../generated/common/graphql.js';
import { DecideLessonDocument } from '../generated/common/graphql.js';

type Waiting = NonNullable<CommonMattersQuery['lessonsToCheck']>['edges'][number]['node'];

const reasons: readonly LessonReturnReason[] = ['NAMES_SOMEBODY', 'TELLS_THE_CASE', 'UNCLEAR'];
const initial: { readonly returnReason: LessonReturnReason } = { returnReason: 'NAMES_SOMEBODY' };

/** One sentence for everybody, read a second time. */
export function LessonCard({
  lesson,
  onDone,
}: {
  readonly lesson: Waiting;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideLessonDocument);
  const send = async (returnReason?: LessonReturnReason): Promise<Outcome> => {
    const { data, problem } = await decide({ input: { lessonId: lesson.id, returnReason } });
    return { result: data?.decideLesson, problem };
  };
  return (
    <Card as="article">
      <h3>{t(`matter.${lesson.matter}`)}</h3>
      <p>{lesson.words}</p>
      <SoftText isSmall>
        <DateTimeText instant={lesson.proposedAt} show="day" />
      </SoftText>
      <Cluster>
        <ActionButton
          viewerActions={lesson.viewerActions}
          action="PUBLISH"
          look="primary"
          label={t('common.publish')}
          confirm={{ title: t('common.publishTitle'), body: t('common.publishBody'), label: t('common.publish') }}
          onRun={() => send()}
          onDone={onDone}
        />
        <DialogAction viewerActions={lesson.viewerActions} action="RETURN" label={t('common.return')}>
          {(shut) => (
            <ReturnForm
              send={send}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type ReturnFormProps = {
  readonly send: (returnReason: LessonReturnReason) => Promise<Outcome>;
  readonly onDone: () => void;
};

function ReturnForm({ send, onDone }: ReturnFormProps): ReactElement {
  const { t } = useTexts();
  const form = useForm({ initial, submit: ({ returnReason }) => send(returnReason), onDone });
  return (
    <Form form={form} submitLabel={t('common.returnSave')}>
      <RadioField
        name="returnReason"
        label={t('common.returnWhy')}
        options={optionsFrom(reasons, (each) => t(`lessonReturn.${each}`))}
      />
    </Form>
  );
}
