/** The SDL line inside `extend type Mutation`. */
export function mutationField({ field, pascalField, does }) {
  return `  "${does}"\n  ${field}(input: ${pascalField}Input!): ${pascalField}Result!\n`;
}

/** The input, result union and success type. */
export function mutationTypes({ field, pascalField, value, type }) {
  return `
"What \`${field}\` needs."
input ${pascalField}Input {
  "The id of the ${value}."
  ${value}Id: ID!
}

"The outcome of \`${field}\`."
union ${pascalField}Result = ${pascalField}Success | NotFoundError | NotAllowedError | IllegalTransitionError | ConflictError

"\`${field}\` was carried out."
type ${pascalField}Success {
  "The ${value} as it is now."
  ${value}: ${type}!
}
`;
}

/** The use case: load, authorise, decide, save; the decision is a pure function of the same name in the domain file. */
export function useCase({ aggregate, field, value, type, action, repository, does }) {
  return `import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { ${field} as decide, type ${type}Id } from '../${aggregate}.js';
import { ${value}Policy } from '../${aggregate}.policy.js';

/** ${does} */
export function ${field}({ transaction, clock }: Deps, actor: Actor, { ${value}Id }: { readonly ${value}Id: ${type}Id }) {
  return transaction(async ({ ${repository} }) => {
    const ${value} = await ${repository}.findVisible(actor, ${value}Id);
    if (${value} === null) return err(notFound('${type}'));
    if (!${value}Policy.can(actor, '${action}', ${value})) return err(notAllowed('${action}', '${type}'));
    const decided = decide(${value}, clock.now());
    return decided.ok ? ok(await ${repository}.save(decided.value)) : decided;
  });
}
`;
}

/** The entry in the \`Mutation\` part of the resolvers. */
export function resolverEntry({ field, pascalField, serviceValue, value }) {
  return `    ${field}: async (_root, { input }, { actor, ${serviceValue} }) =>
      toResult('${pascalField}Success', await ${serviceValue}.${field}(actor, { ${value}Id: toId(input.${value}Id) }), (${value}) => ({ ${value} })),
`;
}

/** What is left for the author; the compiler stays red until it is done. */
export function remainingSteps({ service, aggregate, field, value, type, action }) {
  return `
Left for you, and the compiler asks for each:
  1. services/${service}/src/${aggregate}/${aggregate}.ts: the action '${action}' in the lifecycle, and the decision
     ${field}(${value}: ${type}, now: Date): Result<${type}, IllegalTransitionError>
  2. services/${service}/src/${aggregate}/${aggregate}.policy.ts: the line that says who may '${action}'
  3. ${aggregate}.graphql: what else the input needs, and only the errors that can happen
  4. the test beside the use case: say what it promises, then see it fail once
docs/how-to/add-a-mutation.md has the seven steps.`;
}
