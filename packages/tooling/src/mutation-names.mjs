import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const pascal = (text) =>
  text
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
const camel = (text) => pascal(text)[0].toLowerCase() + pascal(text).slice(1);

/**
 * Every name a new mutation has, from its one name: `rename-group` is the field `renameGroup`, the file `rename-group.ts`,
 * the input `RenameGroupInput`, the result `RenameGroupResult` and the action `RENAME`. Throws one sentence when the service
 * or the aggregate does not exist, a name is not kebab-case, or the mutation exists already.
 */
export function mutationNames(root, { service, aggregate, verbNoun, does }) {
  for (const name of [service, aggregate, verbNoun])
    if (!kebab.test(name)) throw new Error(`${name} is not kebab-case.`);
  if (!verbNoun.includes('-')) throw new Error(`${verbNoun} is not a verb and a noun, like rename-group.`);
  if (!/^[A-Z].*\.$/.test(does))
    throw new Error('--does is one sentence in the third person, like "Gives a group another name."');
  const serviceFolder = path.join(root, 'services', service);
  const folder = path.join(serviceFolder, 'src', aggregate);
  const useCaseFile = path.join(folder, 'use-cases', `${verbNoun}.ts`);
  if (!existsSync(path.join(folder, `${aggregate}.ts`)))
    throw new Error(`services/${service}/src/${aggregate}/${aggregate}.ts does not exist.`);
  if (existsSync(useCaseFile)) throw new Error(`${verbNoun} exists already.`);
  const type = pascal(aggregate);
  return {
    service,
    aggregate,
    verbNoun,
    does,
    serviceFolder,
    folder,
    useCaseFile,
    type,
    value: camel(aggregate),
    field: camel(verbNoun),
    pascalField: pascal(verbNoun),
    action: verbNoun.split('-')[0].toUpperCase(),
    serviceValue: camel(service),
    repository: repositoryName(serviceFolder, type),
  };
}

/** The name under which `deps.ts` hands the aggregate's repository to a use case. */
function repositoryName(serviceFolder, type) {
  const deps = readFileSync(path.join(serviceFolder, 'src/deps.ts'), 'utf8');
  const [, name] = deps.match(new RegExp(`readonly (\\w+): ${type}Repository;`)) ?? [];
  if (!name) throw new Error(`src/deps.ts names no ${type}Repository.`);
  return name;
}
