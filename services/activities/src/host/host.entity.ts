import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Host } from './host.js';

/** The table `service_host`. */
export const HostEntity = new EntitySchema<Host>({
  name: 'ServiceHost',
  tableName: 'service_host',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    about: { type: 'text' },
    link: { type: 'text', nullable: true, transformer: absent },
    groupId: { type: 'uuid', nullable: true, transformer: absent },
    contactId: { name: 'contact_member_id', type: 'uuid', nullable: true, transformer: absent },
    status: { type: 'text' },
    version: { type: 'integer' },
  },
});
