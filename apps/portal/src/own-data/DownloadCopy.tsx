import { useEffect, useState, type ReactElement } from 'react';
import { Button, buttonClass, Cluster, Notice, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { exportingServices, exportPageDocument, pagesOf, type ShownExport } from './export-documents.js';
import { zipFiles, type CopyFile } from './zip-files.js';

/** Collects the pages of a finished copy one after the other and offers them as one file. */
export function DownloadCopy({ copy }: { readonly copy: ShownExport }): ReactElement {
  const { t } = useTexts();
  const [isWanted, setWanted] = useState(false);
  if (!isWanted)
    return (
      <Cluster>
        <Button look="primary" onPress={() => setWanted(true)}>
          {t('ownData.export.download')}
        </Button>
      </Cluster>
    );
  return <Collector copy={copy} onAgain={() => setWanted(false)} />;
}

type CollectorProps = { readonly copy: ShownExport; readonly onAgain: () => void };

function Collector({ copy, onAgain }: CollectorProps): ReactElement {
  const { t } = useTexts();
  const { files, done, total, hasFailed } = useCollected(copy);
  if (hasFailed)
    return (
      <Stack>
        <Notice tone="danger">{t('ownData.export.failed')}</Notice>
        <Cluster>
          <Button onPress={onAgain}>{t('ownData.export.download')}</Button>
        </Cluster>
      </Stack>
    );
  if (done < total)
    return <p role="status">{t('ownData.export.collecting', { done: Math.min(done + 1, total), total })}</p>;
  return <ZipLink files={files} name={`guildhall-${copy.requestedAt.slice(0, 10)}.zip`} />;
}

type Collected = { readonly files: readonly CopyFile[]; readonly done: number };

/** Reads page after page; the answer to one asks for the next. */
function useCollected(copy: ShownExport) {
  const { language } = useTexts();
  const total = pagesOf(copy);
  const [{ files, done }, setCollected] = useState<Collected>({ files: [], done: 0 });
  const number = done + 1;
  const wants = (service: (typeof exportingServices)[number]): boolean => (copy[service]?.pageCount ?? 0) >= number;
  const { data, problem } = useGraphQuery(
    exportPageDocument,
    {
      number,
      language: language === 'zh-CN' ? 'ZH_CN' : 'EN',
      membership: wants('membership'),
      activities: wants('activities'),
      learning: wants('learning'),
    },
    { isPaused: done >= total },
  );
  const found = data?.viewer.dataExports?.find(({ id }) => id === copy.id);
  useEffect(() => {
    if (found === undefined || done >= total) return;
    const next = exportingServices.flatMap((service) => filesOf(service, found[service]?.page));
    setCollected((before) => (before.done === done ? { files: [...before.files, ...next], done: done + 1 } : before));
  }, [found, done, total]);
  return { files, done, total, hasFailed: problem !== undefined && found === undefined };
}

type PageFound = { readonly number: number; readonly json: string; readonly html: string };

function filesOf(service: string, page: PageFound | null | undefined): readonly CopyFile[] {
  if (page === null || page === undefined) return [];
  const name = `${service}/page-${page.number}`;
  return [
    { name: `${name}.json`, text: page.json },
    { name: `${name}.html`, text: page.html },
  ];
}

/** A link to the file that this browser made; its address ends with the page. */
function ZipLink({ files, name }: { readonly files: readonly CopyFile[]; readonly name: string }): ReactElement {
  const { t } = useTexts();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void zipFiles(files).then((zip) => {
      if (isGone) return;
      made = URL.createObjectURL(zip);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [files]);
  return (
    <Cluster>
      <a className={buttonClass} data-look="primary" href={url} download={name}>
        {t('ownData.export.save')}
      </a>
    </Cluster>
  );
}
