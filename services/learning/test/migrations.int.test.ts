import { describeMigrations } from '@guildhall/testing';
import { learning } from '../src/app.js';

describeMigrations(learning);
