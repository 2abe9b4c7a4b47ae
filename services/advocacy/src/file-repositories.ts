import type { EntityManager } from 'typeorm';
import { createAssignmentRepository, type AssignmentRepository } from './assignment/assignment.repository.js';
import { createIdentityRepository, type IdentityRepository } from './identity/identity.repository.js';
import { createNoteRepository, type NoteRepository } from './note/note.repository.js';
import { createRelationRepository, type RelationRepository } from './relation/relation.repository.js';
import { createSafeguardingRepository, type SafeguardingRepository } from './safeguarding/safeguarding.repository.js';
import type { Vault } from './sealing/sealing.js';
import { createWallRepository, type WallRepository } from './wall/wall.repository.js';

/** The repositories of what belongs to a case file beside the case itself: who works on it and who never may, its layers, its relatives. */
export type FileRepositories = {
  readonly assignments: AssignmentRepository;
  readonly identities: IdentityRepository;
  readonly notes: NoteRepository;
  readonly relations: RelationRepository;
  readonly safeguarding: SafeguardingRepository;
  readonly walls: WallRepository;
};

/** These repositories over one connection or transaction. */
export function createFileRepositories(manager: EntityManager, vault: Vault): FileRepositories {
  return {
    assignments: createAssignmentRepository(manager, vault),
    identities: createIdentityRepository(manager),
    notes: createNoteRepository(manager),
    relations: createRelationRepository(manager),
    safeguarding: createSafeguardingRepository(manager),
    walls: createWallRepository(manager),
  };
}
