import { describeMigrations } from '@guildhall/testing';
import { learning } from '../src/app.js';

describeMigrations(learning, { dataOnly: ['AnnounceTraining1780000000014'] });
