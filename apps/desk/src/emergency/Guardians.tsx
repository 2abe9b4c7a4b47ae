import {
  ActionButton,
  campusDay,
  campusInstant,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  SoftText,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import type { EmergencyAccessesQuery } from '../generated/emergency/graphql.js';
import {
  AppointEmergencyGuardianDocument,
  EndEmergencyGuardianDocument,
} from '../generated/emergency-forms/graphql.js';

/** Who may be a second person besides the advice managers, and what follows a change. */
export type GuardiansProps = {
  readonly guardians: NonNullable<EmergencyAccessesQuery['emergencyGuardians']>;
  readonly viewerActions: readonly string[];
  readonly onDone: () => void;
};

/** The guardians of emergency access, whom an admin appoints with dates. */
export function Guardians({ guardians, viewerActions, onDone }: GuardiansProps): ReactElement {
  const { t } = useTexts();
  const end = useGraphMutation(EndEmergencyGuardianDocument);
  const finish = (close: () => void) => () => {
    close();
    onDone();
  };
  return (
    <Card>
      <h2>{t('emergency.guardians')}</h2>
      <SoftText>{t('emergency.guardiansLead')}</SoftText>
      {guardians.length === 0 && <p>{t('emergency.noGuardian')}</p>}
      {guardians.map((guardian) => (
        <Cluster key={guardian.id} justify="between">
          <span>
            <strong>{guardian.subject}</strong> {t('emergency.guardianUntil')}{' '}
            <DateTimeText instant={guardian.endsAt} show="day" />
          </span>
          <ActionButton
            viewerActions={guardian.viewerActions}
            action="END"
            look="quiet"
            label={t('emergency.guardianEnd')}
            confirm={{ title: t('emergency.guardianEndTitle'), body: t('emergency.guardianEndBody') }}
            onRun={async () => {
              const { data, problem } = await end({ input: { guardianId: guardian.id } });
              return { result: data?.endEmergencyGuardian, problem };
            }}
            onDone={onDone}
          />
        </Cluster>
      ))}
      <Cluster>
        <DialogAction {...{ viewerActions }} action="APPOINT_GUARDIAN" label={t('emergency.appoint')}>
          {(close) => <AppointForm onDone={finish(close)} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

function AppointForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const appoint = useGraphMutation(AppointEmergencyGuardianDocument);
  const form = useForm({
    initial: { subject: '', startsAt: campusDay(Date.now(), campusZone), endsAt: '' },
    submit: async ({ subject, ...days }) => {
      const startsAt = campusInstant(days.startsAt, campusZone);
      const endsAt = campusInstant(days.endsAt, campusZone, 1);
      const missing = requireFilled({ subject, startsAt, endsAt });
      if (missing !== undefined) return missing;
      const { data, problem } = await appoint({ input: { subject: subject.trim(), startsAt, endsAt } });
      return { result: data?.appointEmergencyGuardian, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('emergency.appoint')}>
      <TextField name="subject" label={t('appointments.subject')} hint={t('appointments.subjectHint')} />
      <TextField name="startsAt" type="date" label={t('appointments.from')} />
      <TextField name="endsAt" type="date" label={t('appointments.until')} hint={t('appointments.untilHint')} />
    </Form>
  );
}
