import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, QueryView, Skeleton, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { exportingServices, exportPageDocument, type ExportingService, type ShownExport } from './export-documents.js';
import { readPage, type ReadSection } from './read-page.js';

/** Shows one part of a copy page by page, in this page's own look. */
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

type PartProps = { readonly copy: ShownExport; readonly service: ExportingService };

function Part({ copy, service }: PartProps): ReactElement {
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
  return (
    <QueryView query={query} skeleton={<Skeleton height="24rem" />}>
      {({ viewer }) => (
        <Stack>
          <p>{t('ownData.export.reading', { page: number, total })}</p>
          {readPage(viewer.dataExports?.find(({ id }) => id === copy.id)?.[service]?.page?.html ?? '').map(
            (section) => (
              <Section key={section.title} section={section} />
            ),
          )}
          <Cluster>
            {number > 1 && <Button onPress={() => setNumber(number - 1)}>{t('ownData.export.before')}</Button>}
            {number < total && <Button onPress={() => setNumber(number + 1)}>{t('ownData.export.after')}</Button>}
          </Cluster>
        </Stack>
      )}
    </QueryView>
  );
}

function Section({ section: { title, rows } }: { readonly section: ReadSection }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h4>{title}</h4>
      {rows.length === 0 && <SoftText>{t('ownData.export.nothing')}</SoftText>}
      {rows.map((facts, place) => (
        <Facts key={place} facts={facts} />
      ))}
    </Card>
  );
}
