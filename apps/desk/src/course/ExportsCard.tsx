import {
  ActionButton,
  Button,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  SoftText,
  Stack,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  DiscardExportDocument,
  DownloadExportDocument,
  OfferExportDocument,
} from '../generated/course-forms/graphql.js';
import type { Course, CoursePartProps } from './CoursePage.js';
import { ExportPreview } from './ExportPreview.js';
import { RequestExportForm } from './RequestExportForm.js';
import { saveFile } from './save-file.js';

/** Bundles of the case for an external adjudicator, from the wish to the download. */
export function ExportsCard({ item, onDone }: CoursePartProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('bundle.title')}</h2>
      <SoftText>{t('bundle.lead')}</SoftText>
      {item.exports.length === 0 && <SoftText>{t('bundle.none')}</SoftText>}
      <Stack>
        {item.exports.map((made) => (
          <Bundle key={made.id} caseId={item.id} {...{ made, onDone }} />
        ))}
      </Stack>
      <Cluster>
        <DialogAction
          viewerActions={item.canRequestExport ? ['REQUEST'] : []}
          action="REQUEST"
          label={t('bundle.request')}
        >
          {(shut) => (
            <RequestExportForm
              caseId={item.id}
              names={item.otherParties ?? []}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type BundleProps = { readonly caseId: string; readonly made: Course['exports'][number]; readonly onDone: () => void };

function Bundle({ caseId, made, onDone }: BundleProps): ReactElement {
  const { t } = useTexts();
  const [isShown, setShown] = useState(false);
  const isWhole = made.status === 'BUILT' || made.status === 'OFFERED' || made.status === 'CONSENTED';
  return (
    <article>
      <Cluster>
        <StatusBadge>{t(`bundleStatus.${made.status}`)}</StatusBadge>
        <DateTimeText instant={made.requestedAt} />
      </Cluster>
      {isWhole && made.expiresAt && (
        <SoftText isSmall>
          {t('bundle.until')} <DateTimeText instant={made.expiresAt} show="day" />
        </SoftText>
      )}
      {made.downloads.map(({ id, byWhom, at }) => (
        <SoftText key={id} isSmall>
          {t(`taker.${byWhom}`)} <DateTimeText instant={at} />
        </SoftText>
      ))}
      <Cluster>
        {made.status === 'REQUESTED' && <Button onPress={onDone}>{t('bundle.reload')}</Button>}
        {isWhole && <Button onPress={() => setShown(!isShown)}>{t(isShown ? 'bundle.hide' : 'bundle.show')}</Button>}
        <BundleActions {...{ made, onDone }} />
      </Cluster>
      {isShown && <ExportPreview caseId={caseId} exportId={made.id} />}
    </article>
  );
}

function BundleActions({ made, onDone }: Omit<BundleProps, 'caseId'>): ReactElement {
  const { t } = useTexts();
  const offer = useGraphMutation(OfferExportDocument);
  const discard = useGraphMutation(DiscardExportDocument);
  const download = useGraphMutation(DownloadExportDocument);
  const { viewerActions } = made;
  const input = { exportId: made.id };
  return (
    <>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="OFFER"
        label={t('bundle.offer')}
        confirm={{ title: t('bundle.offerTitle'), body: t('bundle.offerBody'), label: t('bundle.offerYes') }}
        onRun={async () => {
          const { data, problem } = await offer({ input });
          return { result: data?.offerExport, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="DOWNLOAD"
        label={t('bundle.download')}
        onRun={async () => {
          const { data, problem } = await download({ input });
          const taken = data?.downloadExport;
          if (taken?.__typename === 'DownloadExportSuccess' && taken.content)
            saveFile(taken.fileName, taken.content, 'application/zip');
          return { result: taken, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="DISCARD"
        label={t('bundle.discard')}
        look="danger"
        confirm={{ title: t('bundle.discardTitle'), body: t('bundle.discardBody'), label: t('bundle.discardYes') }}
        onRun={async () => {
          const { data, problem } = await discard({ input });
          return { result: data?.discardExport, problem };
        }}
      />
    </>
  );
}
