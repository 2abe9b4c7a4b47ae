import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  SoftText,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { NameSecondWorkerDocument, RelieveSecondWorkerDocument } from '../generated/oversight/graphql.js';
import { WorkerField } from '../queue/WorkerField.js';
import type { WatchedCaseProps } from './OversightPage.js';

/** Who works on the case, and who reads along. */
export function TeamCard({ entry, onDone }: WatchedCaseProps): ReactElement {
  const { t } = useTexts();
  const relieve = useGraphMutation(RelieveSecondWorkerDocument);
  const { id: caseId, viewerActions, assignee, secondWorker, vacatedAt } = entry;
  return (
    <Card>
      <h2>{t('team.title')}</h2>
      <p>{assignee ? t('queue.assignedTo', { subject: assignee }) : t('queue.unassigned')}</p>
      {vacatedAt && (
        <SoftText isSmall>
          {t('team.vacated')} <DateTimeText instant={vacatedAt} />
        </SoftText>
      )}
      <p>{secondWorker ? t('team.second', { subject: secondWorker }) : t('team.noSecond')}</p>
      <Cluster>
        <DialogAction {...{ viewerActions }} action="NAME_SECOND" label={t('team.nameSecond')}>
          {(shut) => (
            <SecondForm
              caseId={caseId}
              holder={assignee ?? undefined}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
        {secondWorker && (
          <ActionButton
            {...{ viewerActions, onDone }}
            action="NAME_SECOND"
            label={t('team.relieve')}
            onRun={async () => {
              const { data, problem } = await relieve({ input: { caseId } });
              return { result: data?.relieveSecondWorker, problem };
            }}
          />
        )}
      </Cluster>
    </Card>
  );
}

type SecondFormProps = { readonly caseId: string; readonly holder?: string; readonly onDone: () => void };

function SecondForm({ caseId, holder, onDone }: SecondFormProps): ReactElement {
  const { t } = useTexts();
  const name = useGraphMutation(NameSecondWorkerDocument);
  const form = useForm({
    initial: { subject: '' },
    submit: async ({ subject }) => {
      const missing = requireFilled({ subject });
      if (missing !== undefined) return missing;
      const { data, problem } = await name({ input: { caseId, subject } });
      return { result: data?.nameSecondWorker, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('team.nameSecondSave')}>
      <SoftText>{t('team.secondLead')}</SoftText>
      <WorkerField name="subject" holder={holder} />
    </Form>
  );
}
