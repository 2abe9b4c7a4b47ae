import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SelectField, SoftText, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { settingsDocument, type ShownRecall } from './recall-documents.js';

const wishes = [75, 80, 85, 90, 95] as const;

type RecallWishesProps = { readonly recall: ShownRecall; readonly onChange: () => void };

/** How much one wishes to remember, and a rest from it all. */
export function RecallWishes({ recall, onChange }: RecallWishesProps): ReactElement {
  const { t } = useTexts();
  const { retentionPercent, viewerActions } = recall;
  const change = useAction(settingsDocument, (data) => data.changeRecallSettings);
  const options = [...new Set<number>([...wishes, retentionPercent])].sort((one, other) => one - other);
  return (
    <Card>
      <h2>{t('recall.settings')}</h2>
      <p>{t('recall.wish', { percent: retentionPercent })}</p>
      <SoftText isSmall>{t('recall.wishLead')}</SoftText>
      <Cluster>
        <FormAction
          viewerActions={viewerActions}
          action="CHANGE_SETTINGS"
          label={t('recall.change')}
          lead={t('recall.changeLead')}
          initial={{ retentionPercent: String(retentionPercent) }}
          onRun={(values) => change({ input: { retentionPercent: Number(values.retentionPercent) } })}
          onDone={onChange}
        >
          <SelectField
            name="retentionPercent"
            label={t('recall.howMuch')}
            options={options.map((percent) => ({ value: String(percent), label: t('recall.ofHundred', { percent }) }))}
          />
        </FormAction>
        <ActionButton
          viewerActions={viewerActions}
          action="PAUSE"
          look="quiet"
          label={t('recall.pause')}
          onRun={() => change({ input: { isPaused: true } })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="RESUME"
          label={t('recall.resume')}
          onRun={() => change({ input: { isPaused: false } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}
