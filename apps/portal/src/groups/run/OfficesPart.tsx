import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { useAction } from '../../graph/use-action.js';
import { PersonLink } from '../../people/PersonLink.js';
import { Row, Rows } from '../../parts/Rows.js';
import { AppointAction } from './AppointAction.js';
import { ExtendAction } from './ExtendAction.js';
import { endDocument, removePositionDocument } from './office-documents.js';
import { PositionAction } from './PositionAction.js';
import { HolderTraining, OfficeTraining, RequireTraining, RulesLink } from '../../training/OfficeTraining.js';
import type { RunGroup, RunPartProps } from './run-document.js';

/** The offices of the group: who holds them, from when to when, and what can be done about it. */
export function OfficesPart({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('runGroup.offices')}</h2>
      {group.positions.length === 0 && <SoftText>{t('runOffices.noOffices')}</SoftText>}
      {group.positions.map((position) => (
        <Office key={position.id} {...{ position, group, onChange }} />
      ))}
      <PositionAction {...{ group, onChange }} />
      <RulesLink />
    </Card>
  );
}

type Position = RunGroup['positions'][number];
type OfficeProps = RunPartProps & { readonly position: Position };

function Office({ position, group, onChange }: OfficeProps): ReactElement {
  const { t } = useTexts();
  const remove = useAction(removePositionDocument, (data) => data.removePosition);
  const isEmpty = position.holders.length === 0;
  return (
    <section>
      <Cluster>
        <h3>{position.title}</h3>
        <StatusBadge>{t(`officeKind.${position.kind}`)}</StatusBadge>
        <SoftText isSmall>{t('runOffices.seats', { count: position.seats })}</SoftText>
      </Cluster>
      {isEmpty && <SoftText>{t('inGroup.vacant')}</SoftText>}
      <OfficeTraining position={position} />
      <Rows>
        {position.holders.map((mandate) => (
          <Holder key={mandate.id} mandate={mandate} onChange={onChange} />
        ))}
      </Rows>
      <Cluster>
        <AppointAction {...{ group, position, onChange }} />
        <PositionAction {...{ group, position, onChange }} />
        <RequireTraining {...{ group, position, onChange }} />
        {isEmpty && (
          <ActionButton
            viewerActions={group.viewerActions}
            action="ADD_POSITION"
            look="quiet"
            label={t('runOffices.removeOffice')}
            confirm={{ title: t('runOffices.removeOfficeTitle'), body: t('runOffices.removeOfficeBody') }}
            onRun={() => remove({ input: { positionId: position.id } })}
            onDone={onChange}
          />
        )}
      </Cluster>
    </section>
  );
}

type HolderProps = { readonly mandate: Position['holders'][number]; readonly onChange: () => void };

function Holder({ mandate, onChange }: HolderProps): ReactElement {
  const { t } = useTexts();
  const end = useAction(endDocument, (data) => data.endMandate);
  return (
    <Row>
      <div>
        <PersonLink member={mandate.member} />
        <SoftText isSmall>
          <DateTimeText instant={mandate.startsAt} show="day" /> – <DateTimeText instant={mandate.endsAt} show="day" />
          {', '}
          {t(`inGroup.origin.${mandate.origin}`)}
        </SoftText>
        <HolderTraining mandate={mandate} />
      </div>
      <Cluster>
        <ExtendAction mandate={mandate} onChange={onChange} />
        <ActionButton
          viewerActions={mandate.viewerActions}
          action="END"
          look="danger"
          label={t('runOffices.end')}
          confirm={{ title: t('runOffices.endTitle'), body: t('runOffices.endBody') }}
          onRun={() => end({ input: { mandateId: mandate.id } })}
          onDone={onChange}
        />
      </Cluster>
    </Row>
  );
}
