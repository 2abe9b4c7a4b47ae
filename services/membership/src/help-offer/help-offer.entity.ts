import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HelpOffer } from './help-offer.js';

/** The table `help_offer`. */
export const HelpOfferEntity = new EntitySchema<HelpOffer>({
  name: 'HelpOffer',
  tableName: 'help_offer',
  columns: {
    id: { type: 'uuid', primary: true },
    requestId: { type: 'uuid' },
    requesterId: { type: 'uuid' },
    helperId: { type: 'uuid' },
    words: { type: 'text' },
    status: { type: 'text' },
    declinedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    offeredAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
