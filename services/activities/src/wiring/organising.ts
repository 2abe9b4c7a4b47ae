import type { EntityManager } from 'typeorm';
import { TeamPlaceEntity } from '../team/team.entity.js';
import { createTeamRepository, type TeamRepository } from '../team/team.repository.js';

/** The tables of organising that are read as entities. */
export const organisingEntities = [TeamPlaceEntity];

/** The repositories of organising. */
export type OrganisingRepositories = { readonly teams: TeamRepository };

/** These repositories over one connection or transaction. */
export function createOrganisingRepositories(manager: EntityManager): OrganisingRepositories {
  return { teams: createTeamRepository(manager) };
}
