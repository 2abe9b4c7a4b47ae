import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  ActionButton,
  Button,
  Card,
  Cluster,
  DateTimeText,
  SoftText,
  Stack,
  StatusBadge,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import type { ShownCourse } from './course-document.js';
import { saveFile } from './save-file.js';

const answerDocument = graphql(`
  mutation AnswerExport($input: AnswerExportInput!) {
    answerExport(input: $input) {
      __typename
    }
  }
`);

const downloadDocument = graphql(`
  mutation DownloadExport($input: DownloadExportInput!) {
    downloadExport(input: $input) {
      __typename
      ... on DownloadExportSuccess {
        fileName
        content
      }
    }
  }
`);

/** One bundle for an external adjudicator, and what to do after a change. */
export type BundleProps = { readonly bundle: ShownCourse['exports'][number]; readonly onChange: () => void };

/** The whole bundle word by word before it leaves; consent is to exactly this one. */
export function BundlesCard({ bundle, onChange }: BundleProps): ReactElement {
  const { t } = useTexts();
  const [isShown, setShown] = useState(false);
  return (
    <Card>
      <h2>{t('course.bundle')}</h2>
      <Cluster>
        <StatusBadge tone={bundle.status === 'OFFERED' ? 'warn' : 'neutral'}>
          {t(`course.bundleStatus.${bundle.status}`)}
        </StatusBadge>
      </Cluster>
      <SoftText>{t('course.bundleLead')}</SoftText>
      {bundle.preview && (
        <>
          <SoftText isSmall>{t('course.takenOut', { names: (bundle.redactions ?? []).join(', ') })}</SoftText>
          {bundle.expiresAt && (
            <SoftText isSmall>
              {t('course.bundleUntil')} <DateTimeText instant={bundle.expiresAt} show="day" />
            </SoftText>
          )}
          <Cluster>
            <Button onPress={() => setShown(!isShown)}>{t(isShown ? 'course.hideBundle' : 'course.showBundle')}</Button>
            <BundleAnswers {...{ bundle, onChange }} />
          </Cluster>
          {isShown && (
            <Stack>
              {bundle.preview.map(({ title, lines }, index) => (
                <section key={`${index}-${title}`}>
                  <h3>{title}</h3>
                  {lines.map((line, number) => (
                    <Prose key={`${number}-${line}`}>{line}</Prose>
                  ))}
                </section>
              ))}
            </Stack>
          )}
        </>
      )}
      {bundle.downloads.map(({ id, byWhom, at }) => (
        <SoftText key={id} isSmall>
          {t(`course.taker.${byWhom}`)} <DateTimeText instant={at} />
        </SoftText>
      ))}
    </Card>
  );
}

function BundleAnswers({ bundle, onChange }: BundleProps): ReactElement {
  const { t } = useTexts();
  const answer = useAction(answerDocument, (data) => data.answerExport);
  const download = useAction(downloadDocument, (data) => data.downloadExport);
  const { viewerActions, id: exportId } = bundle;
  const digest = bundle.digest ?? '';
  return (
    <>
      <ActionButton
        viewerActions={viewerActions}
        action="CONSENT"
        look="primary"
        label={t('course.consent')}
        confirm={{ title: t('course.consentTitle'), body: t('course.consentBody'), label: t('course.consent') }}
        onRun={() => answer({ input: { exportId, digest, consents: true } })}
        onDone={onChange}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="DOWNLOAD"
        label={t('course.download')}
        onRun={async () => {
          const outcome = await download({ input: { exportId } });
          const taken = outcome.result;
          if (taken?.__typename === 'DownloadExportSuccess' && taken.content)
            saveFile(taken.fileName, taken.content, 'application/zip');
          return outcome;
        }}
        onDone={onChange}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="REFUSE"
        look="danger"
        label={t('course.refuse')}
        confirm={{ title: t('course.refuseTitle'), body: t('course.refuseBody'), label: t('course.refuse') }}
        onRun={() => answer({ input: { exportId, digest, consents: false } })}
        onDone={onChange}
      />
    </>
  );
}
