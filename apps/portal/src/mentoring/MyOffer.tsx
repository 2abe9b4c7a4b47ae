import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, StatusBadge, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { atFields } from '../service/field-faults.js';
import { offerDocument, pauseOfferDocument, resumeOfferDocument, withdrawOfferDocument } from './mentor-actions.js';
import type { OwnOffer } from './mentor-documents.js';
import { splitList } from './Suggestions.js';

type OfferProps = { readonly offer: OwnOffer | undefined; readonly onChange: () => void };

/** What the viewer offers as a mentor, and changing it. */
export function MyOffer({ offer, onChange }: OfferProps): ReactElement {
  const { t } = useTexts();
  const pause = useAction(pauseOfferDocument, (data) => data.pauseMentoring);
  const resume = useAction(resumeOfferDocument, (data) => data.resumeMentoring);
  const withdraw = useAction(withdrawOfferDocument, (data) => data.withdrawMentoring);
  const viewerActions = offer?.viewerActions ?? [];
  const shared = { viewerActions, onDone: onChange };
  const input = { offerId: offer?.id ?? '' };
  return (
    <Card>
      <h2>{t('mentoring.mine')}</h2>
      {offer === undefined ? (
        <SoftText>{t('mentoring.mineLead')}</SoftText>
      ) : (
        <>
          <Cluster>
            <StatusBadge tone={offer.status === 'OPEN' ? 'good' : 'warn'}>
              {t(`mentorOffer.${offer.status}`)}
            </StatusBadge>
            <span>{t('mentoring.mentees', { now: offer.menteesNow ?? 0, max: offer.menteesMax ?? 0 })}</span>
          </Cluster>
          <p>{offer.topics.join(' · ')}</p>
          <Prose>{offer.about}</Prose>
        </>
      )}
      <Cluster>
        <OfferForm offer={offer} onChange={onChange} />
        <ActionButton {...shared} action="PAUSE" label={t('mentoring.pause')} onRun={() => pause({ input })} />
        <ActionButton {...shared} action="RESUME" label={t('mentoring.resume')} onRun={() => resume({ input })} />
        <ActionButton
          {...shared}
          action="WITHDRAW"
          look="danger"
          label={t('mentoring.withdrawOffer')}
          confirm={{
            title: t('mentoring.withdrawOffer'),
            body: t('mentoring.withdrawOfferLead'),
            label: t('mentoring.withdrawOffer'),
          }}
          onRun={() => withdraw({ input })}
        />
      </Cluster>
    </Card>
  );
}

/** `topics.0` is told at the list it stands in: the form takes one text with commas. */
const fieldOf = (path: string): string => path.split('.')[0] ?? path;

function OfferForm({ offer, onChange }: OfferProps): ReactElement {
  const { t, language } = useTexts();
  const save = useAction(offerDocument, (data) => data.offerMentoring);
  return (
    <FormAction
      viewerActions={offer?.viewerActions ?? ['EDIT']}
      action="EDIT"
      label={offer === undefined ? t('mentoring.offer') : t('mentoring.edit')}
      initial={offer === undefined ? emptyOffer(language) : shownOffer(offer)}
      onRun={async ({ topics, courses, languages, about, menteesMax }) => {
        const count = Number(menteesMax);
        const lists = { topics: splitList(topics), courses: splitList(courses), languages: splitList(languages) };
        const input = { ...lists, about, menteesMax: Number.isInteger(count) ? count : 0 };
        return atFields(await save({ input }), fieldOf);
      }}
      onDone={onChange}
    >
      <TextField name="topics" label={t('mentoring.topics')} hint={t('mentoring.commas')} />
      <TextField name="courses" label={t('mentoring.courses')} hint={t('mentoring.commas')} />
      <TextField name="languages" label={t('mentoring.languages')} hint={t('mentoring.languagesHint')} />
      <TextAreaField name="about" label={t('mentoring.about')} rows={4} />
      <TextField name="menteesMax" type="number" label={t('mentoring.menteesMax')} />
    </FormAction>
  );
}

const emptyOffer = (language: string) => ({
  topics: '',
  courses: '',
  languages: language === 'zh-CN' ? 'zh-Hans' : 'en',
  about: '',
  menteesMax: '2',
});

const shownOffer = ({ topics, courses, languages, about, menteesMax }: OwnOffer): ReturnType<typeof emptyOffer> => ({
  topics: topics.join(', '),
  courses: courses.join(', '),
  languages: languages.join(', '),
  about,
  menteesMax: String(menteesMax ?? 2),
});
