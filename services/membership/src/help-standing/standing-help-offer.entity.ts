import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { StandingHelpOffer } from './standing-help-offer.js';

/** The table `standing_help_offer`. */
export const StandingHelpOfferEntity = new EntitySchema<StandingHelpOffer>({
  name: 'StandingHelpOffer',
  tableName: 'standing_help_offer',
  columns: {
    id: { type: 'uuid', primary: true },
    helperId: { type: 'uuid' },
    kind: { type: 'text' },
    title: { type: 'text' },
    topics: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    until: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    madeAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
