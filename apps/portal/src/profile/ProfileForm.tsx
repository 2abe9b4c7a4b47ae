import type { ReactElement } from 'react';
import { Card, Form, SelectField, SoftText, TextAreaField, TextField, useForm, useTexts } from '@guildhall/ui';
import type { Audience } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import styles from '../parts/parts.module.css';
import type { OwnMember } from './profile-document.js';

const document = withFaults(
  graphql(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
      updateProfile(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

const audiences = ['ONLY_ME', 'CONNECTIONS', 'MY_GROUPS', 'MEMBERS', 'PUBLIC'] as const satisfies readonly Audience[];
const texts = ['displayName', 'pronouns', 'bio'] as const;
const lists = ['interests', 'skills', 'languages'] as const;
const fromRegister = ['faculty', 'programme', 'level', 'year'] as const;
const audienceFields = [...texts, ...lists, ...fromRegister] as const;

/** Changes the profile, and for each field who may see it. */
export function ProfileForm({
  member,
  onDone,
}: {
  readonly member: OwnMember;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const update = useAction(document, (data) => data.updateProfile);
  const form = useForm({
    initial: initialValues(member),
    submit: (values) => update({ input: readInput(values) }),
    onDone,
  });
  return (
    <Card>
      <Form form={form}>
        <Pair field="displayName">
          <TextField name="displayName" label={t('profile.displayName')} autoComplete="name" />
        </Pair>
        <Pair field="pronouns">
          <TextField name="pronouns" label={t('profile.pronouns')} isOptional />
        </Pair>
        <Pair field="bio">
          <TextAreaField name="bio" label={t('profile.bio')} isOptional />
        </Pair>
        {lists.map((name) => (
          <Pair key={name} field={name}>
            <TextField name={name} label={t(`profile.${name}`)} hint={t(`profile.${name}Hint`)} isOptional />
          </Pair>
        ))}
        <h2>{t('profile.register')}</h2>
        <SoftText>{t('profile.registerLead')}</SoftText>
        <div className={styles.pair}>
          {fromRegister.map((name) => (
            <AudienceField key={name} field={name} />
          ))}
        </div>
      </Form>
    </Card>
  );
}

type AudienceProps = { readonly field: (typeof audienceFields)[number] };

/** A field of the profile and beside it who may see it. */
function Pair({ field, children }: AudienceProps & { readonly children: ReactElement }): ReactElement {
  return (
    <div className={styles.pair}>
      {children}
      <AudienceField field={field} />
    </div>
  );
}

function AudienceField({ field }: AudienceProps): ReactElement {
  const { t } = useTexts();
  const options = audiences.map((value) => ({ value, label: t(`audience.${value}`) }));
  return (
    <SelectField
      name={`audiences.${field}`}
      label={t('profile.audience', { field: t(`profile.${field}`) })}
      options={options}
    />
  );
}

type Values = Readonly<Record<string, string>>;

function initialValues(member: OwnMember): Values {
  const entries = [
    ...texts.map((name) => [name, member[name] ?? '']),
    ...lists.map((name) => [name, (member[name] ?? []).join(', ')]),
    ...audienceFields.map((name) => [`audiences.${name}`, member.audiences?.[name] ?? '']),
  ];
  return Object.fromEntries(entries) as Values;
}

function readInput(values: Values) {
  const list = (name: string): readonly string[] =>
    (values[name] ?? '')
      .split(/[,，、]/u)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const audience = (name: string): Audience | undefined =>
    audiences.find((each) => each === values[`audiences.${name}`]);
  return {
    displayName: values['displayName'] ?? '',
    pronouns: values['pronouns'] ?? '',
    bio: values['bio'] ?? '',
    interests: list('interests'),
    skills: list('skills'),
    languages: list('languages'),
    audiences: Object.fromEntries(audienceFields.map((name) => [name, audience(name)])),
  };
}
