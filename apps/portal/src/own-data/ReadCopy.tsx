import { useState, type ReactElement } from 'react';
import { Button, Cluster, QueryView, Skeleton, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { exportingServices, exportPageDocument, type ExportingService, type ShownExport } from './export-documents.js';
import styles from './own-data.module.css';

/** Shows one part of a copy page by page, in a frame that loads and runs nothing. */
export function ReadCopy({ copy }: { readonly copy: ShownExport }): ReactElement {
  const { t } = useTexts();
  const [service, setService] = useState<ExportingService>();
  const ready = exportingServices.filter((one) => (copy[one]?.pageCount ?? 0) > 0);
  return (
    <Stack>
      <h3>{t('ownData.export.read')}</h3>
      <Cluster>
        {ready.map((one) => (
          <Button key={one} onPress={() => setService(one)}>
            {t(`ownData.erasure.service.${one}`)}
          </Button>
        ))}
      </Cluster>
      {service !== undefined && <Part key={service} copy={copy} service={service} />}
    </Stack>
  );
}

function Part({ copy, service }: { readonly copy: ShownExport; readonly service: ExportingService }): ReactElement {
  const { t, language } = useTexts();
  const [number, setNumber] = useState(1);
  const total = copy[service]?.pageCount ?? 0;
  const query = useGraphQuery(exportPageDocument, {
    number,
    language: language === 'zh-CN' ? 'ZH_CN' : 'EN',
    membership: service === 'membership',
    activities: service === 'activities',
    learning: service === 'learning',
  });
  const title = t('ownData.export.reading', { page: number, total });
  return (
    <QueryView query={query} skeleton={<Skeleton height="24rem" />}>
      {({ viewer }) => (
        <Stack>
          <iframe
            className={styles.frame}
            title={title}
            sandbox=""
            srcDoc={viewer.dataExports?.find(({ id }) => id === copy.id)?.[service]?.page?.html}
          />
          <Cluster>
            {number > 1 && <Button onPress={() => setNumber(number - 1)}>{t('ownData.export.before')}</Button>}
            <p>{title}</p>
            {number < total && <Button onPress={() => setNumber(number + 1)}>{t('ownData.export.after')}</Button>}
          </Cluster>
        </Stack>
      )}
    </QueryView>
  );
}
