import { personalSections, exceptions } from '../src/personal-data/personal.sections.js';
import { membership } from './fixture.js';
import { describePersonalData } from '@guildhall/testing';

describePersonalData(membership, { sections: personalSections, exceptions });
