import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldInfo, SupergraphIndex, TypeInfo } from '../supergraph-index.js';
import type { CacheScope } from './cache-hints.js';
import { answerTag, type EntityKeys, serviceTag } from './entity-keys.js';
import { type CachePolicy, type FieldPolicies, notKept, restrict, unrestricted } from './field-policies.js';
import type { FieldServices } from './field-services.js';

/** How long answers to one operation may be kept, and what they depend on. */
export type AnswerPolicy = {
  /** Seconds, more than none. */
  readonly maxAge: number;
  readonly scope: CacheScope;
  readonly operation: OperationDefinitionNode;
  /** Services that may be asked. */
  readonly services: ReadonlySet<string>;
  /** What an answer goes with when it is dropped. */
  readonly tags: readonly string[];
};

/** What policies of operations are read from. */
export type PolicyModel = {
  readonly index: SupergraphIndex;
  readonly policies: FieldPolicies;
  readonly services: FieldServices;
  readonly keys: EntityKeys;
};

/** Knows how long answers may be kept. */
export type AnswerPolicies = {
  /** Undefined for operations whose answers are not kept. */
  ofOperation(document: DocumentNode, operationName: string | null | undefined): AnswerPolicy | undefined;
};

/** Reads each operation once. What `@skip` and `@include` may leave out counts as well, which can only shorten the life of an answer. */
export function createAnswerPolicies(model: PolicyModel): AnswerPolicies {
  const known = new WeakMap<DocumentNode, Map<string, AnswerPolicy | 'not kept'>>();
  return {
    ofOperation(document, operationName) {
      const name = operationName ?? '';
      const found = known.get(document)?.get(name);
      if (found !== undefined) return found === 'not kept' ? undefined : found;
      const policy = readPolicy(document, name, model);
      const ofDocument = known.get(document) ?? new Map<string, AnswerPolicy | 'not kept'>();
      known.set(document, ofDocument.set(name, policy ?? 'not kept'));
      return policy;
    },
  };
}

function readPolicy(document: DocumentNode, name: string, model: PolicyModel): AnswerPolicy | undefined {
  const operation = getOperationAST(document, name === '' ? undefined : name);
  if (operation?.operation !== 'query') return undefined;
  const reader = new PolicyReader(document, model);
  const { maxAge = 0, scope } = reader.read(operation.selectionSet, model.index.rootType(operation.operation));
  if (maxAge <= 0) return undefined;
  const tags = [...[...reader.services].map(serviceTag), ...[...reader.entities].map(answerTag)].sort();
  return { maxAge, scope, operation, services: reader.services, tags };
}

type Place = { readonly type: TypeInfo; readonly isOutermost: boolean; readonly givers: readonly string[] };

class PolicyReader {
  readonly services = new Set<string>();
  readonly entities = new Set<string>();
  readonly #model: PolicyModel;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #visited = new Set<string>();
  #policy = unrestricted;

  constructor(document: DocumentNode, model: PolicyModel) {
    this.#model = model;
    this.#fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
  }

  read(set: SelectionSetNode, root: TypeInfo | undefined): CachePolicy {
    if (!root) return notKept;
    this.#walk(set, { type: root, isOutermost: true, givers: [] });
    return this.#policy;
  }

  #walk(set: SelectionSetNode, place: Place): void {
    for (const selection of set.selections) {
      // Nothing below can make it last longer, and operations that are not kept are most of them.
      if (this.#policy.maxAge === 0) return;
      if (selection.kind === Kind.FIELD) this.#field(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.#narrow(selection.selectionSet, selection.typeCondition?.name.value, place);
      else this.#spread(selection.name.value, place);
    }
  }

  /** Once in a place of its kind: fragments in fragments can be written out into more fields than there is time for. */
  #spread(name: string, place: Place): void {
    const visit = `${name} ${place.isOutermost} ${place.givers.join()}`;
    const fragment = this.#fragments.get(name);
    if (!fragment || this.#visited.has(visit)) return;
    this.#visited.add(visit);
    this.#narrow(fragment.selectionSet, fragment.typeCondition.name.value, place);
  }

  #narrow(set: SelectionSetNode, condition: string | undefined, place: Place): void {
    const type = condition === undefined ? place.type : this.#model.index.types.get(condition);
    if (type) this.#walk(set, { ...place, type });
  }

  #field(node: FieldNode, place: Place): void {
    const { index, policies, keys } = this.#model;
    const name = node.name.value;
    if (name === '__typename') return;
    const field = place.type.fields.get(name);
    this.#policy = restrict(this.#policy, field ? policies.ofField(place, name) : notKept);
    if (!field) return;
    const givers = this.#giversOf(field, place);
    const returned = index.types.get(field.namedType);
    if (!node.selectionSet || !returned) return;
    for (const type of [returned.name, ...returned.possibleTypes]) if (keys.isEntity(type)) this.entities.add(type);
    this.#walk(node.selectionSet, { type: returned, isOutermost: false, givers });
  }

  /** A value type that all services share comes from the one that gave what is above it. */
  #giversOf(field: FieldInfo, { type, givers }: Place): readonly string[] {
    const able = this.#model.services.ofField(type, field);
    const near = able.filter((service) => givers.includes(service));
    const chosen = near.length > 0 ? near : able;
    for (const service of chosen) this.services.add(service);
    return chosen;
  }
}
