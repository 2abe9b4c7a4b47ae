import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  CardGrid,
  CheckboxesField,
  campusInstant,
  Cluster,
  DateTimeText,
  SelectField,
  SoftText,
  Stack,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { endStandingDocument, standByDocument, type ShownDesk } from './desk-documents.js';
import { helpKinds, helpLanguages, oneOf } from './kinds.js';
import { RequestCard } from './RequestCard.js';

type StandingPartProps = { readonly desk: ShownDesk; readonly onChange: () => void };

/** What the viewer offers to whoever asks, and the requests that fit, each with the reasons. */
export function StandingPart({ desk, onChange }: StandingPartProps): ReactElement {
  const { t } = useTexts();
  const end = useAction(endStandingDocument, (data) => data.endStandingHelpOffer);
  return (
    <Stack>
      {desk.suggestions.length > 0 && <Suggestions desk={desk} />}
      <Card>
        <h2>{t('standing.title')}</h2>
        <SoftText>{t('standing.lead')}</SoftText>
        <Rows>
          {desk.standingOffers.map(({ id, title, kind, until }) => (
            <Row key={id}>
              <span>
                {title} · {t(`helpKind.${kind}`)} · {t('board.until')} <DateTimeText instant={until} show="day" />
              </span>
              <ActionButton
                viewerActions={['END']}
                action="END"
                look="quiet"
                label={t('standing.end')}
                onRun={() => end({ input: { offerId: id } })}
                onDone={onChange}
              />
            </Row>
          ))}
        </Rows>
        <Cluster>
          <StandBy desk={desk} onChange={onChange} />
        </Cluster>
      </Card>
    </Stack>
  );
}

function Suggestions({ desk }: { readonly desk: ShownDesk }): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      <h2>{t('standing.fitting')}</h2>
      <CardGrid>
        {desk.suggestions.map(
          ({ request, reasons }) =>
            request && (
              <div key={request.id}>
                <RequestCard request={request} />
                <SoftText isSmall>
                  {t('standing.because')} {reasons.map((reason) => t(`helpReason.${reason}`)).join(' · ')}
                </SoftText>
              </div>
            ),
        )}
      </CardGrid>
    </Stack>
  );
}

function StandBy({ desk, onChange }: StandingPartProps): ReactElement {
  const { t, language } = useTexts();
  const { campusZone } = useWebConfig();
  const standBy = useAction(standByDocument, (data) => data.standByToHelp);
  const initial = {
    kind: '',
    title: '',
    topics: '',
    languages: [oneOf(helpLanguages, language) ?? 'en'] as readonly string[],
    until: '',
  };
  return (
    <FormAction
      viewerActions={['STAND_BY']}
      action="STAND_BY"
      label={t('standing.add')}
      initial={initial}
      onRun={async ({ kind, until, topics, ...values }, idempotencyKey) => {
        const chosen = oneOf(helpKinds, kind);
        if (chosen === undefined) return { result: { __typename: 'ValidationError', fields: [missing('kind')] } };
        const instant = campusInstant(until, campusZone, 1);
        if (instant === '') return { result: { __typename: 'ValidationError', fields: [missing('until')] } };
        const input = { ...values, kind: chosen, until: instant, topics: splitTopics(topics), idempotencyKey };
        return standBy({ input });
      }}
      onDone={onChange}
    >
      <SelectField
        name="kind"
        label={t('board.kind')}
        options={helpKinds
          .filter((kind) => desk.kinds.includes(kind))
          .map((value) => ({ value, label: t(`helpKind.${value}`) }))}
      />
      <TextField name="title" label={t('standing.titleField')} hint={t('standing.titleHint')} />
      <TextField name="topics" label={t('standing.topics')} hint={t('standing.topicsHint')} />
      <CheckboxesField
        name="languages"
        label={t('standing.languages')}
        options={helpLanguages.map((value) => ({ value, label: t(`helpLanguage.${value}`) }))}
      />
      <TextField name="until" label={t('standing.until')} type="date" />
    </FormAction>
  );
}

const missing = (path: string) => ({ path, rule: 'REQUIRED' });

function splitTopics(text: string): readonly string[] {
  return text
    .split(/[,，、]/u)
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
}
