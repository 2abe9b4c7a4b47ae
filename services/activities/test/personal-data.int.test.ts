import { describePersonalData } from '@guildhall/testing';
import { activities } from '../src/app.js';
import { exceptions, personalSections } from '../src/personal-data/personal.sections.js';

describePersonalData(activities, { sections: personalSections, exceptions });
