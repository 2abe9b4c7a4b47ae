import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  CheckboxesField,
  Form,
  Notice,
  RadioField,
  SoftText,
  useForm,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../../graph/use-action.js';
import {
  wishForCircleDocument,
  withdrawWishDocument,
  type ShownWish,
  type WishableProfile,
} from './circle-documents.js';
import { halfDays } from './half-days.js';
import { languageName } from './language-name.js';
import { WeekGrid } from './WeekGrid.js';

type WishProps = {
  readonly profile: WishableProfile;
  readonly wish: ShownWish | undefined;
  readonly onChange: () => void;
};

/** The viewer's wish for a circle: made, changed or taken back. */
export function Wish({ profile, wish, onChange }: WishProps): ReactElement {
  const { t } = useTexts();
  const [isSaved, setSaved] = useState(false);
  const withdraw = useAction(withdrawWishDocument, (data) => data.withdrawCircleWish);
  const isPossible = profile.interests.length > 0 && profile.languages.length > 0;
  const changed = (saved: boolean): void => {
    setSaved(saved);
    onChange();
  };
  return (
    <Card>
      <h2>{t(wish === undefined ? 'circles.wish' : 'circles.wishStands')}</h2>
      <SoftText>{t('circles.wishLead')}</SoftText>
      {wish !== undefined && wish.roundsWaited > 0 && (
        <Notice>{t('circles.waited', { count: wish.roundsWaited })}</Notice>
      )}
      {isPossible ? (
        <WishForm key={wish === undefined ? 'new' : 'known'} {...{ profile, wish }} onChange={() => changed(true)} />
      ) : (
        <NeedsProfile />
      )}
      {isSaved && wish !== undefined && <Notice tone="good">{t('circles.saved')}</Notice>}
      <ActionButton
        viewerActions={wish === undefined ? [] : ['WITHDRAW']}
        action="WITHDRAW"
        look="danger"
        label={t('circles.withdraw')}
        confirm={{
          title: t('circles.withdrawTitle'),
          body: t('circles.withdrawBody'),
          label: t('circles.withdraw'),
        }}
        onRun={() => withdraw({ input: {} })}
        onDone={() => changed(false)}
      />
    </Card>
  );
}

/** Circles are made of what a profile says. */
function NeedsProfile(): ReactElement {
  const { t } = useTexts();
  return (
    <Notice>
      <p>{t('circles.needProfile')}</p>
      <Link className={buttonClass} data-look="plain" to="/profile">
        {t('circles.toProfile')}
      </Link>
    </Notice>
  );
}

function WishForm({ profile, wish, onChange }: WishProps): ReactElement {
  const { t, language } = useTexts();
  const send = useAction(wishForCircleDocument, (data) => data.wishForCircle);
  const form = useForm({
    initial: {
      interests: (wish?.interests ?? profile.interests).filter((one) => profile.interests.includes(one)),
      languages: (wish?.languages ?? profile.languages).filter((one) => profile.languages.includes(one)),
      halfDays: wish?.halfDays ?? [],
      sizeMax: String(wish?.sizeMax ?? 6),
    },
    submit: ({ interests, languages, halfDays: chosen, sizeMax }) =>
      send({
        input: {
          interests: [...interests],
          languages: [...languages],
          halfDays: halfDays.filter((one) => chosen.some((each) => each === one)),
          sizeMax: Number(sizeMax),
        },
      }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLabel={t('circles.save')}>
      <CheckboxesField
        name="interests"
        label={t('circles.interests')}
        hint={t('circles.interestsHint')}
        options={profile.interests.map((value) => ({ value, label: value }))}
      />
      <CheckboxesField
        name="languages"
        label={t('circles.languages')}
        hint={t('circles.languagesHint')}
        options={profile.languages.map((value) => ({ value, label: languageName(value, language) }))}
      />
      <WeekGrid name="halfDays" />
      <RadioField
        name="sizeMax"
        label={t('circles.sizeMax')}
        options={[4, 5, 6].map((count) => ({ value: String(count), label: t('circles.people', { count }) }))}
      />
    </Form>
  );
}
