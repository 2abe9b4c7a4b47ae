import { useState, type ReactElement } from 'react';
import { Button, SelectField, TextAreaField, TextField, useField, useGraphQuery, useTexts } from '@guildhall/ui';
import { hostContactsDocument, hostGroupsDocument, type RegisteredHost } from './host-documents.js';

/** A form in which nothing is written. */
export const emptyHost = { name: '', about: '', link: '', groupId: '', contactId: '', contactName: '' };

/** The form with what was written. */
export function hostValues({ name, about, link, group, contact }: RegisteredHost): typeof emptyHost {
  const who = { groupId: group?.id ?? '', contactId: contact?.id ?? '', contactName: '' };
  return { name, about, link: link ?? '', ...who };
}

/** What the form says, as the graph takes it: what is left empty is not there, or is taken away. */
export function readHost({ name, about, link, groupId, contactId }: typeof emptyHost) {
  return { name, about, link: link.trim() || null, groupId: groupId || null, contactId: contactId || null };
}

type HostProps = { readonly host?: RegisteredHost };

/** What is written about a host, and who speaks for it. */
export function HostFields({ host }: HostProps): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(hostGroupsDocument, {});
  const groups = (data?.groups?.edges ?? []).map(({ node }) => node);
  return (
    <>
      <TextField name="name" label={t('hosts.name')} />
      <TextAreaField name="about" label={t('hosts.about')} />
      <TextField name="link" type="url" label={t('hosts.link')} isOptional />
      <SelectField
        name="groupId"
        label={t('hosts.group')}
        hint={t('hosts.whoHint')}
        options={optionsOf([...(host?.group ? [host.group] : []), ...groups], t('service.group'))}
        isOptional
      />
      <ContactField host={host} />
    </>
  );
}

/** A member, found by name; looking for another one lets go of the one that was chosen. */
function ContactField({ host }: HostProps): ReactElement {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const name = useField('contactName').value;
  const contact = useField('contactId');
  const look = (): void => {
    contact.change('');
    setSearch(String(name ?? '').trim());
  };
  return (
    <>
      <TextField name="contactName" type="search" label={t('hosts.contactName')} isOptional />
      <div>
        <Button onPress={look}>{t('form.search')}</Button>
      </div>
      {search === '' ? <Contacts people={host?.contact ? [host.contact] : []} /> : <Found search={search} />}
    </>
  );
}

function Found({ search }: { readonly search: string }): ReactElement {
  const { data } = useGraphQuery(hostContactsDocument, { search });
  return <Contacts people={(data?.members?.edges ?? []).map(({ node }) => node)} />;
}

type Named = { readonly id: string; readonly name?: string | null; readonly displayName?: string | null };

function Contacts({ people }: { readonly people: readonly Named[] }): ReactElement {
  const { t } = useTexts();
  return (
    <SelectField
      name="contactId"
      label={t('hosts.contact')}
      options={optionsOf(people, t('hosts.unnamed'))}
      isOptional
    />
  );
}

function optionsOf(list: readonly Named[], unnamed: string) {
  const byId = new Map(list.map(({ id, name, displayName }) => [id, name ?? displayName ?? unnamed]));
  return [...byId].map(([value, label]) => ({ value, label }));
}
