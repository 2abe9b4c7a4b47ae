/** How many other learners review what somebody handed in; all of them have to accept it. */
export const reviewersWanted = 2;

/** How many days a reviewer has before somebody else is asked. */
export const daysToReview = 7;

/** How many reviews wait for one member at a time, so that nobody reviews for everybody. */
export const waitingMax = 3;

/** How many rounds of one piece of work are shown to its author. */
export const roundsShown = 5;

/** How many characters work that is handed in has. */
export const workLength = { min: 50, max: 20_000 } as const;

/** How many characters a review has: enough to help. */
export const reviewLength = { min: 20, max: 2000 } as const;

/** How many characters a remark on one criterion has at most. */
export const remarkMax = 500;
