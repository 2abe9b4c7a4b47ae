import { describePersonalData } from '@guildhall/testing';
import { learning } from '../src/app.js';
import { exceptions, personalSections } from '../src/personal-data/personal.sections.js';

describePersonalData(learning, { sections: personalSections, exceptions });
