import {
  Card,
  DateTimeText,
  FileList,
  FileSender,
  Notice,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
  type PrepareFile,
} from '@guildhall/ui';
import { useId, useState, type ReactElement } from 'react';
import type { CaseIntakeQuery } from '../generated/intake/graphql.js';
import { CaseIntakeDocument, OpenAttachmentDocument, PrepareAttachmentDocument } from '../generated/intake/graphql.js';

type Intake = NonNullable<CaseIntakeQuery['case']>;

/** How the student came and who acts for them, and the files of the case. */
export function IntakeCard({ caseId }: { readonly caseId: string }): ReactElement | null {
  const { data, reload } = useGraphQuery(CaseIntakeDocument, { id: caseId });
  const item = data?.case;
  if (!item) return null;
  return (
    <>
      <Ways item={item} />
      <Files item={item} onDone={reload} />
    </>
  );
}

function Ways({ item }: { readonly item: Intake }): ReactElement | null {
  const { t } = useTexts();
  const acting = item.representatives.filter(({ withdrawnAt }) => !withdrawnAt);
  if (!item.isAnonymous && !item.authority && acting.length === 0) return null;
  return (
    <Card>
      <h2>{t('intake.ways')}</h2>
      {item.isAnonymous && <Notice>{t('intake.anonymous')}</Notice>}
      {item.authority && (
        <Notice tone={item.authority.confirmedAt ? 'good' : 'warn'}>
          {t(item.authority.confirmedAt ? 'intake.confirmed' : 'intake.unconfirmed', {
            basis: t(`intake.basis.${item.authority.basis}`),
          })}
        </Notice>
      )}
      {acting.map((one) => (
        <p key={one.id}>
          <strong>{one.name ?? t('case.erasedWords')}</strong> · {t(`intake.scope.${one.scope}`)} · {t('intake.until')}{' '}
          <DateTimeText instant={one.endsAt} show="day" />
        </p>
      ))}
    </Card>
  );
}

type FilesProps = { readonly item: Intake; readonly onDone: () => void };

function Files({ item, onDone }: FilesProps): ReactElement | null {
  const { t } = useTexts();
  const open = useGraphMutation(OpenAttachmentDocument);
  const { attachments, attachmentLimits: limits } = item;
  if (attachments.length === 0 && !limits) return null;
  const openFile = async (attachmentId: string): Promise<string | undefined> => {
    const { data } = await open({ input: { caseId: item.id, attachmentId } });
    return data?.openAttachment.__typename === 'OpenAttachmentSuccess' ? data.openAttachment.downloadUrl : undefined;
  };
  const layerOf = (id: string): string =>
    t(`intake.layer.${attachments.find((one) => one.id === id)?.layer ?? 'CASE'}`);
  return (
    <Card>
      <h2>{t('intake.files')}</h2>
      {attachments.length === 0 && <SoftText>{t('intake.noFiles')}</SoftText>}
      <FileList
        files={attachments}
        aboutOf={({ id, sender }) => `${t(`intake.sender.${sender}`)} · ${layerOf(id)}`}
        open={openFile}
      />
      {limits && item.accessActions.includes('ATTACH') && <Send item={item} limits={limits} onDone={onDone} />}
    </Card>
  );
}

type SendProps = FilesProps & { readonly limits: NonNullable<Intake['attachmentLimits']> };

function Send({ item, limits, onDone }: SendProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const prepare = useGraphMutation(PrepareAttachmentDocument);
  const [isInside, setInside] = useState(false);
  const makeRoom: PrepareFile = async (file, idempotencyKey) => {
    const layer = isInside ? 'INTERNAL' : 'CASE';
    const { data, problem } = await prepare({ input: { caseId: item.id, layer, ...file, idempotencyKey } });
    const result = data?.prepareAttachment;
    return {
      outcome: { result, problem },
      uploadUrl: result?.__typename === 'PrepareAttachmentSuccess' ? result.uploadUrl : undefined,
    };
  };
  return (
    <Stack gap="small">
      <label htmlFor={id}>
        <input id={id} type="checkbox" checked={isInside} onChange={({ target }) => setInside(target.checked)} />{' '}
        {t('intake.inside')}
      </label>
      <FileSender limits={limits} prepare={makeRoom} onDone={onDone} />
    </Stack>
  );
}
