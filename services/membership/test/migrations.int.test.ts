import { describeMigrations } from '@guildhall/testing';
import { membership } from '../src/app.js';

describeMigrations(membership, { dataOnly: ['TellOfBlocks1780000000036'] });
