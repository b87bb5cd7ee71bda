import { runsAsTold } from '../support/told-page.ts';

runsAsTold('a-dispute.md', { atLeast: 70 });
