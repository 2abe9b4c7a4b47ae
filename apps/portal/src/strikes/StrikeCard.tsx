import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, StatusBadge, TextAreaField, useTexts, type Tone } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { appealStrikeDocument, type ShownStrike } from './strikes-documents.js';

const tones: Readonly<Record<ShownStrike['status'], Tone>> = {
  GIVEN: 'warn',
  APPEALED: 'info',
  UPHELD: 'warn',
  WON: 'good',
  TAKEN_BACK: 'good',
};

/** One strike of the viewer's own, with the appeal against it. */
export function StrikeCard({
  strike,
  onChange,
}: {
  readonly strike: ShownStrike;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const appeal = useAction(appealStrikeDocument, (data) => data.appealStrike);
  const { id, kind, status, weight, givenAt, expiresAt, counts, appealUntil, words, reasons, viewerActions, activity } =
    strike;
  const isOver = !counts && (status === 'GIVEN' || status === 'UPHELD');
  return (
    <Card as="article">
      <h2>
        <Link to="/activities/$activityId" params={{ activityId: activity.id }}>
          {activity.title}
        </Link>
      </h2>
      <Cluster>
        <StatusBadge tone={isOver ? 'neutral' : tones[status]}>
          {isOver ? t('strikes.over') : t(`strikes.status.${status}`)}
        </StatusBadge>
        <span>{t(`strikes.kind.${kind}`)}</span>
      </Cluster>
      <Facts
        facts={[
          { name: t('strikes.weight'), value: weight },
          { name: t('strikes.given'), value: <DateTimeText instant={givenAt} show="day" /> },
          {
            name: t('strikes.until'),
            value:
              status === 'WON' || status === 'TAKEN_BACK' ? undefined : <DateTimeText instant={expiresAt} show="day" />,
          },
          { name: t('strikes.said'), value: words && <Prose>{words}</Prose> },
          { name: t('strikes.reasons'), value: reasons && <Prose>{reasons}</Prose> },
        ]}
      />
      {viewerActions.includes('APPEAL') && (
        <SoftText isSmall>
          {t('strikes.appealUntil')} <DateTimeText instant={appealUntil} show="day" />
        </SoftText>
      )}
      <FormAction
        viewerActions={viewerActions}
        action="APPEAL"
        label={t('strikes.appeal')}
        lead={t('strikes.appealLead')}
        initial={{ words: '' }}
        onRun={({ words: said }) => appeal({ input: { strikeId: id, words: said } })}
        onDone={onChange}
      >
        <TextAreaField name="words" label={t('strikes.words')} rows={5} />
      </FormAction>
    </Card>
  );
}
