import { describeMigrations } from '@guildhall/testing';
import { activities } from '../src/app.js';

describeMigrations(activities, { dataOnly: ['TellWhatStands1780000000027'] });
