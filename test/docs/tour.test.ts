import { runsAsTold } from '../support/told-page.ts';

runsAsTold('tour.md', { atLeast: 40 });
