import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  SoftText,
  Stack,
  StatusBadge,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { LiftCaseWallDocument, RaiseCaseWallDocument } from '../generated/oversight/graphql.js';
import type { WatchedCase, WatchedCaseProps } from './OversightPage.js';

/** Who is kept from the case, since when and why; facts stay, what people raised can be lifted. */
export function WallsCard({ entry, onDone }: WatchedCaseProps): ReactElement {
  const { t } = useTexts();
  const { id: caseId, walls, viewerActions } = entry;
  return (
    <Card>
      <h2>{t('wall.title')}</h2>
      {walls.length === 0 && <SoftText>{t('wall.none')}</SoftText>}
      <Stack>
        {walls.map((wall) => (
          <Wall key={wall.id} {...{ wall, onDone }} />
        ))}
      </Stack>
      <Cluster>
        <DialogAction {...{ viewerActions }} action="RAISE_WALL" label={t('wall.raise')}>
          {(shut) => (
            <RaiseForm
              caseId={caseId}
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

type WallProps = { readonly wall: WatchedCase['walls'][number]; readonly onDone: () => void };

function Wall({
  wall: { id: wallId, subject, reason, tie, raisedAt, viewerActions },
  onDone,
}: WallProps): ReactElement {
  const { t } = useTexts();
  const lift = useGraphMutation(LiftCaseWallDocument);
  return (
    <Stack gap="small">
      <Cluster>
        <strong>{subject}</strong>
        <StatusBadge tone="warn">{t(`wallReason.${reason}`)}</StatusBadge>
        {tie && <StatusBadge>{t(`tie.${tie}`)}</StatusBadge>}
      </Cluster>
      <SoftText isSmall>
        {t('wall.since')} <DateTimeText instant={raisedAt} />
      </SoftText>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="LIFT"
        label={t('wall.lift', { subject })}
        confirm={{ title: t('wall.liftTitle', { subject }), body: t('wall.liftBody'), label: t('wall.liftYes') }}
        onRun={async () => {
          const { data, problem } = await lift({ input: { wallId } });
          return { result: data?.liftCaseWall, problem };
        }}
      />
    </Stack>
  );
}

function RaiseForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const raise = useGraphMutation(RaiseCaseWallDocument);
  const form = useForm({
    initial: { subject: '' },
    submit: async ({ subject }) => {
      const missing = requireFilled({ subject });
      if (missing !== undefined) return missing;
      const { data, problem } = await raise({ input: { caseId, subject: subject.trim() } });
      return { result: data?.raiseCaseWall, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('wall.raiseSave')}>
      <SoftText>{t('wall.raiseLead')}</SoftText>
      <TextField name="subject" label={t('wall.subject')} hint={t('wall.subjectHint')} />
    </Form>
  );
}
