import type { ReactElement } from 'react';
import {
  campusDay,
  campusInstant,
  DialogAction,
  Form,
  QueryView,
  RadioField,
  SelectField,
  SkeletonList,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../../graph/use-action.js';
import { appointDocument, candidatesDocument } from './office-documents.js';
import { asOrigin, origins } from './origins.js';
import type { RunGroup, RunPartProps } from './run-document.js';

type AppointActionProps = RunPartProps & { readonly position: RunGroup['positions'][number] };

/** Gives an office to a member of the group, from one day to another. */
export function AppointAction(props: AppointActionProps): ReactElement {
  const { t } = useTexts();
  return (
    <DialogAction viewerActions={props.group.viewerActions} action="APPOINT" label={t('runOffices.appoint')}>
      {(close) => <Appoint {...props} close={close} />}
    </DialogAction>
  );
}

type AppointProps = AppointActionProps & { readonly close: () => void };
type Candidate = { readonly value: string; readonly label: string };

function Appoint(props: AppointProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(candidatesDocument, { id: props.group.id });
  return (
    <QueryView query={query} skeleton={<SkeletonList count={3} height="3rem" />} isEmpty={() => false}>
      {({ group }) => {
        const candidates = (group?.members.edges ?? []).flatMap(({ node: { member } }) =>
          member === null || member === undefined
            ? []
            : [{ value: member.id, label: member.displayName ?? t('person.hiddenName') }],
        );
        return <AppointForm {...props} candidates={candidates} />;
      }}
    </QueryView>
  );
}

function AppointForm({
  position,
  candidates,
  close,
  onChange,
}: AppointProps & { readonly candidates: readonly Candidate[] }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const appoint = useAction(appointDocument, (data) => data.appointToPosition);
  const form = useForm({
    initial: { memberId: '', startsAt: campusDay(Date.now(), campusZone), endsAt: '', origin: 'BY_ELECTION' },
    submit: ({ memberId, startsAt, endsAt, origin }) =>
      appoint({
        input: {
          positionId: position.id,
          memberId,
          startsAt: campusInstant(startsAt, campusZone),
          // The last day counts to its end.
          endsAt: campusInstant(endsAt, campusZone, 1),
          origin: asOrigin(origin),
        },
      }),
    onDone: () => {
      close();
      onChange();
    },
  });
  return (
    <Form form={form} submitLabel={t('runOffices.appoint')}>
      <SelectField name="memberId" label={t('runOffices.whom')} options={candidates} />
      <TextField name="startsAt" type="date" label={t('runOffices.from')} />
      <TextField name="endsAt" type="date" label={t('runOffices.to')} hint={t('runOffices.toHint')} />
      <RadioField
        name="origin"
        label={t('runOffices.how')}
        options={origins.map((value) => ({ value, label: t(`inGroup.origin.${value}`) }))}
      />
    </Form>
  );
}
