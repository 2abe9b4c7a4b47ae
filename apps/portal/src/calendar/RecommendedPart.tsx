import type { ReactElement } from 'react';
import { Button, Card, CardGrid, SoftText, Stack, useGraphQuery, useSession, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { changeRecommendationsDocument, recommendedDocument } from './found-document.js';
import { FoundCard } from './FoundCard.js';

/** What may interest a member, each with the reasons; they can switch it off. Nothing is shown when nothing fits. */
export function RecommendedPart(): ReactElement | null {
  const { state } = useSession();
  return state.status === 'signed-in' ? <Recommended /> : null;
}

function Recommended(): ReactElement | null {
  const { t, language } = useTexts();
  const { data, reload } = useGraphQuery(recommendedDocument, { languages: [language] });
  const change = useAction(changeRecommendationsDocument, (answer) => answer.changeRecommendations);
  const found = data?.viewer.recommendedActivities;
  if (found === undefined || found === null || (found.isOn && found.items.length === 0)) return null;
  const turn = async (isOn: boolean): Promise<void> => {
    await change({ input: { isOn } });
    reload();
  };
  if (!found.isOn)
    return (
      <Card>
        <SoftText>{t('finding.recommendedOff')}</SoftText>
        <Button look="quiet" onPress={() => void turn(true)}>
          {t('finding.recommendAgain')}
        </Button>
      </Card>
    );
  return (
    <section aria-label={t('finding.recommended')}>
      <Stack>
        <h2>{t('finding.recommended')}</h2>
        <CardGrid>
          {found.items.map(({ activity, reasons }) => (
            <FoundCard key={activity.id} activity={activity}>
              <SoftText isSmall>{reasons.map((reason) => t(`finding.reason.${reason}`)).join(' · ')}</SoftText>
            </FoundCard>
          ))}
        </CardGrid>
        <Button look="quiet" onPress={() => void turn(false)}>
          {t('finding.stopRecommending')}
        </Button>
      </Stack>
    </section>
  );
}
