import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import type { RunGroup, RunPartProps } from '../groups/run/run-document.js';
import { Row, Rows } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { AskedTraining } from './AskedTraining.js';
import { ChoosePath } from './ChoosePath.js';
import { requireTrainingDocument } from './training-documents.js';

type Position = RunGroup['positions'][number];
type PartProps = RunPartProps & { readonly position: Position };

/** What an office asks to be learned, and whoever was chosen for it and waits for that. */
export function OfficeTraining({ position }: Pick<PartProps, 'position'>): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <AskedTraining label={t('training.asks')} training={position.requiredTraining} />
      {position.waiting.length > 0 && (
        <>
          <h4>{t('training.waitingTitle')}</h4>
          <Rows>
            {position.waiting.map(({ id, member, startsAt, isWaiting, missingTraining }) => (
              <Row key={id}>
                <div>
                  <PersonLink member={member} />
                  <SoftText isSmall>
                    <DateTimeText instant={startsAt} show="day" />
                  </SoftText>
                  <AskedTraining label={t('training.lacks')} training={missingTraining ?? []} />
                </div>
                {isWaiting && <StatusBadge tone="warn">{t('training.waits')}</StatusBadge>}
              </Row>
            ))}
          </Rows>
        </>
      )}
    </>
  );
}

/** What a holder lacks of what their office asks for now. */
export function HolderTraining({ mandate }: { readonly mandate: Position['holders'][number] }): ReactElement | null {
  const { t } = useTexts();
  return <AskedTraining label={t('training.lacks')} training={mandate.missingTraining ?? []} />;
}

/** Says what an office asks for besides what the union asks of every office of its kind. */
export function RequireTraining({ group, position, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const require = useAction(requireTrainingDocument, (data) => data.requirePositionTraining);
  return (
    <ChoosePath
      viewerActions={group.viewerActions}
      action="ADD_POSITION"
      look="quiet"
      label={t('training.require')}
      lead={t('training.requireLead')}
      noneLabel={t('training.noneBesides')}
      pathId={position.ownTraining?.path?.id}
      onRun={(pathId) => require({ input: { positionId: position.id, pathId } })}
      onDone={onChange}
    />
  );
}

/** Where to read what the union asks of every office. */
export function RulesLink(): ReactElement {
  const { t } = useTexts();
  return (
    <p>
      <Link to="/training">{t('training.rules')}</Link>
    </p>
  );
}
