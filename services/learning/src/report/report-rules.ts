/** This many members' open reports hold a resource back without a reviewer. */
export const reportsToHold = 3;

/** How many reports of resources one member makes in 24 hours. */
export const reportsPerDay = 10;

/** Somebody with this many reports that reviewers did not follow is heard, but no longer counted towards a hold. */
export const groundlessReports = 5;
