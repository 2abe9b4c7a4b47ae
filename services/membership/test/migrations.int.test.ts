import { describeMigrations } from '@guildhall/testing';
import { membership } from '../src/app.js';

describeMigrations(membership);
