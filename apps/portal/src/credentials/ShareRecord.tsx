import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  EmptyState,
  Form,
  Notice,
  QueryView,
  RadioField,
  Skeleton,
  SoftText,
  Stack,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { CopyAddress } from '../parts/CopyAddress.js';
import styles from './credentials.module.css';
import { shareDocument, sharableDocument } from './link-documents.js';
import { SharedThingView, useThingTitle } from './SharedThingView.js';
import type { SharedThing } from './shared-documents.js';

/** Makes a link: what to show, item by item, what an outsider will read, and for how long. */
export function ShareRecord({ onShared }: { readonly onShared: () => void }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(sharableDocument, {});
  const [token, setToken] = useState<string>();
  const [isWriting, setWriting] = useState(false);
  const made = (next: string): void => {
    setToken(next);
    setWriting(false);
    onShared();
    query.reload();
  };
  return (
    <Card>
      <Stack>
        <h2>{t('links.new')}</h2>
        {token !== undefined && (
          <Stack>
            <Notice tone="warn">{t('links.once')}</Notice>
            <CopyAddress
              words="links"
              look="primary"
              address={`${window.location.origin}/r#${token}`}
              label={t('links.copy')}
            />
          </Stack>
        )}
        <QueryView query={query} skeleton={<Skeleton height="6rem" />}>
          {({ viewer: { member } }) =>
            isWriting ? (
              <ShareForm things={member?.sharable ?? []} name={member?.displayName ?? ''} onMade={made} />
            ) : (
              <BeginSharing
                mayShare={(member?.recordLinkActions ?? []).includes('SHARE')}
                hasThings={(member?.sharable ?? []).length > 0}
                onBegin={() => setWriting(true)}
              />
            )
          }
        </QueryView>
      </Stack>
    </Card>
  );
}

type BeginSharingProps = { readonly mayShare: boolean; readonly hasThings: boolean; readonly onBegin: () => void };

function BeginSharing({ mayShare, hasThings, onBegin }: BeginSharingProps): ReactElement {
  const { t } = useTexts();
  if (!mayShare) return <SoftText>{t('links.enough')}</SoftText>;
  if (!hasThings)
    return (
      <EmptyState picture="shelf" title={t('links.nothingToShow')}>
        {t('links.nothingToShowLead')}
      </EmptyState>
    );
  return (
    <Cluster>
      <Button look="primary" onPress={onBegin}>
        {t('links.begin')}
      </Button>
    </Cluster>
  );
}

type ShareFormProps = {
  readonly things: readonly SharedThing[];
  readonly name: string;
  readonly onMade: (token: string) => void;
};

function ShareForm({ things, name, onMade }: ShareFormProps): ReactElement {
  const { t, language } = useTexts();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const share = useAction(shareDocument, (data) => data.shareRecord);
  const form = useForm({
    initial: { note: '', shownAs: name, days: '90', language: language === 'zh-CN' ? 'ZH_CN' : 'EN' },
    submit: ({ note, shownAs, days, language: spoken }) =>
      share({
        input: { note, shownAs, days: Number(days), language: spoken === 'ZH_CN' ? 'ZH_CN' : 'EN', itemIds: chosen },
      }),
    onDone: (result) => {
      if (result.__typename === 'ShareRecordSuccess') onMade(result.token);
    },
  });
  const shown = chosen.flatMap((id) => things.find((thing) => thing.id === id) ?? []);
  return (
    <Stack>
      <Chooser things={things} chosen={chosen} onChange={setChosen} />
      {form.problemOf('itemIds') !== undefined && <Notice tone="danger">{t('links.chooseSomething')}</Notice>}
      <section className={styles.paper} aria-label={t('links.preview')}>
        <h3>{t('links.preview')}</h3>
        {form.values['shownAs'] !== '' && <strong>{String(form.values['shownAs'])}</strong>}
        <ul className={styles.things}>
          {shown.map((thing) => (
            <li key={thing.id}>
              <SharedThingView thing={thing} />
            </li>
          ))}
        </ul>
        {shown.length === 0 && <SoftText>{t('links.previewEmpty')}</SoftText>}
      </section>
      <Form form={form} submitLabel={t('links.make')}>
        <TextField name="shownAs" label={t('links.shownAs')} hint={t('links.shownAsHint')} />
        <TextField name="note" label={t('links.note')} hint={t('links.noteHint')} />
        <TextField name="days" type="number" label={t('links.days')} hint={t('links.daysHint')} />
        <RadioField
          name="language"
          label={t('links.language')}
          options={[
            { value: 'EN', label: 'English' },
            { value: 'ZH_CN', label: '中文' },
          ]}
        />
      </Form>
    </Stack>
  );
}

type ChooserProps = {
  readonly things: readonly SharedThing[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

function Chooser({ things, chosen, onChange }: ChooserProps): ReactElement {
  const { t } = useTexts();
  const title = useThingTitle();
  const toggle = (toggled: string, isOn: boolean): void =>
    onChange(things.map(({ id }) => id).filter((id) => (id === toggled ? isOn : chosen.includes(id))));
  return (
    <fieldset className={styles.choices} tabIndex={0} aria-label={t('links.choose')}>
      {things.map((thing) => (
        <label key={thing.id} className={styles.choice}>
          <input
            type="checkbox"
            aria-label={title(thing)}
            checked={chosen.includes(thing.id)}
            onChange={({ target }) => toggle(thing.id, target.checked)}
          />
          <SharedThingView thing={thing} />
        </label>
      ))}
    </fieldset>
  );
}
