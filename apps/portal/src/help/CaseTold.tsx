import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, Notice, SoftText, Stack, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import type { ShownCase } from './case-document.js';

const answerDocument = graphql(`
  mutation AnswerCaseMerge($input: AnswerCaseMergeInput!) {
    answerCaseMerge(input: $input) {
      __typename
    }
  }
`);

type Props = { readonly item: ShownCase; readonly onChange: () => void };

/** What the student has to know or decide before all else: that we cannot act, who has the case, a merge, steps without their consent. */
export function CaseTold({ item, onChange }: Props): ReactElement | null {
  const { t } = useTexts();
  const { status, vacatedAt, mergedInto, mergeOffers, safeguardingSteps, linkedCases } = item;
  const isQuiet = [mergeOffers, safeguardingSteps, linkedCases].every((list) => list.length === 0);
  if (isQuiet && status !== 'SIGNPOSTED' && !vacatedAt && !mergedInto) return null;
  return (
    <Stack>
      {status === 'SIGNPOSTED' && (
        <Notice tone="warn">
          <strong>{t('caseTold.cannotAct')}</strong> {t('caseTold.cannotActLead')}
        </Notice>
      )}
      {vacatedAt && status !== 'CLOSED' && <Notice>{t('caseTold.vacated')}</Notice>}
      {mergedInto && (
        <Notice>
          {t('caseTold.merged')}{' '}
          <Link to="/help/$caseId" params={{ caseId: mergedInto.id }}>
            {t(`matter.${mergedInto.matter}`)}
          </Link>
        </Notice>
      )}
      {mergeOffers.map((offer) => (
        <Offer key={offer.id} {...{ offer, onChange }} />
      ))}
      {safeguardingSteps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
      {linkedCases.length > 0 && (
        <SoftText>
          {t('caseTold.linked')}{' '}
          {linkedCases.map(({ id, matter }) => (
            <Link key={id} to="/help/$caseId" params={{ caseId: id }}>
              {t(`matter.${matter}`)}{' '}
            </Link>
          ))}
        </SoftText>
      )}
    </Stack>
  );
}

function Offer({
  offer: { id: mergeId, from, into, viewerActions },
  onChange,
}: {
  readonly offer: ShownCase['mergeOffers'][number];
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const answer = useAction(answerDocument, (data) => data.answerCaseMerge);
  const run = (agrees: boolean) => () => answer({ input: { mergeId, agrees } });
  return (
    <Card>
      <h2>{t('caseTold.merge')}</h2>
      <p>
        {t('caseTold.mergeLead', {
          from: t(`matter.${from?.matter ?? 'OTHER'}`),
          into: t(`matter.${into?.matter ?? 'OTHER'}`),
        })}
      </p>
      <Cluster>
        <ActionButton
          {...{ viewerActions }}
          action="AGREE"
          look="primary"
          label={t('caseTold.mergeYes')}
          confirm={{ title: t('caseTold.mergeTitle'), body: t('caseTold.mergeBody'), label: t('caseTold.mergeYes') }}
          onRun={run(true)}
          onDone={onChange}
        />
        <ActionButton
          {...{ viewerActions }}
          action="REFUSE"
          label={t('caseTold.mergeNo')}
          onRun={run(false)}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}

function Step({
  step: { recipient, ground, reason, takenAt },
}: {
  readonly step: ShownCase['safeguardingSteps'][number];
}): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('caseTold.step', { recipient: t(`caseTold.recipient.${recipient}`) })}</h2>
      <SoftText>
        <DateTimeText instant={takenAt} /> · {t(`caseTold.ground.${ground}`)}
      </SoftText>
      <p>{t('caseTold.stepLead')}</p>
      <Prose>{reason ?? t('case.erased')}</Prose>
    </Card>
  );
}
