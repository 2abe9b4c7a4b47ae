import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import {
  Button,
  buttonClass,
  Cluster,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { badgeDocument } from './credential-documents.js';

type BadgeFileProps = { readonly credentialId: string; readonly name: string };

/** The signed file of a credential, with the holder's name or without, as they choose. */
export function BadgeFile({ credentialId, name }: BadgeFileProps): ReactElement {
  const { t, language } = useTexts();
  const [isNamed, setNamed] = useState(false);
  const variables = { credentialId, isNamed, language: language === 'zh-CN' ? 'ZH_CN' : 'EN' } as const;
  const query = useGraphQuery(badgeDocument, variables);
  return (
    <Stack gap="small">
      <SoftText>{t('credentials.fileLead')}</SoftText>
      <Cluster>
        <Button isPressed={!isNamed} onPress={() => setNamed(false)}>
          {t('credentials.unnamed')}
        </Button>
        <Button isPressed={isNamed} onPress={() => setNamed(true)}>
          {t('credentials.named')}
        </Button>
      </Cluster>
      <QueryView query={query} skeleton={<Skeleton height="3rem" />}>
        {({ viewer }) => (
          <FileLink text={viewer.member?.openBadge ?? ''} name={`${slugOf(name)}.json`} label={t('credentials.save')} />
        )}
      </QueryView>
      <SoftText isSmall>
        {t('credentials.verifyHint')} <Link to="/record/credentials/check">{t('check.toCheck')}</Link>
      </SoftText>
    </Stack>
  );
}

/** A link to a file that this browser made; its address ends with the page. */
function FileLink({
  text,
  name,
  label,
}: {
  readonly text: string;
  readonly name: string;
  readonly label: string;
}): ReactElement | null {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'application/vc+ld+json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  if (text === '' || address === undefined) return null;
  return (
    <Cluster>
      <a className={buttonClass} data-look="primary" href={address} download={name}>
        {label}
      </a>
    </Cluster>
  );
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
}
