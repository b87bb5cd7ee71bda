import { words } from './words.ts';

/** The secretary’s pages. */
export const consultation = words('consultation', {
  title: { zh: '三方会议与联席会议', en: 'Consultation' },
  overview: { zh: '概况', en: 'Overview' },
});
