import {
  Form,
  fromCampusInput,
  SelectField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { PlanMediationSessionDocument } from '../generated/mediation-forms/graphql.js';
import type { HeldMediationFragment } from '../generated/mediation-room/graphql.js';

/** A held mediation and what follows. */
export type HeldFormProps = { readonly mediation: HeldMediationFragment; readonly onDone: () => void };

/** Plans a meeting with every side or with one alone, of which no other side learns. */
export function SessionForm({ mediation: { id: mediationId, parties }, onDone }: HeldFormProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useGraphMutation(PlanMediationSessionDocument);
  const form = useForm({
    initial: { partyId: 'ALL', startsAt: '', place: '' },
    submit: async ({ partyId, startsAt, place }) => {
      const missing = requireFilled({ startsAt, place });
      if (missing !== undefined) return missing;
      const { data, problem } = await plan({
        input: {
          mediationId,
          place,
          partyId: partyId === 'ALL' ? null : partyId,
          startsAt: fromCampusInput(startsAt, campusZone) ?? '',
        },
      });
      return { result: data?.planMediationSession, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('mediations.plan')}>
      <SelectField
        name="partyId"
        label={t('mediations.meetWhom')}
        hint={t('mediations.meetHint')}
        options={[
          { value: 'ALL', label: t('mediation.meetAll') },
          ...parties.map(({ id, name }) => ({ value: id, label: t('mediation.meetSide', { name: name ?? '' }) })),
        ]}
      />
      <TextField name="startsAt" type="datetime-local" label={t('mediations.meetWhen')} />
      <TextField name="place" label={t('mediations.meetWhere')} />
    </Form>
  );
}
