import { goTo, picture, browsing, type Look } from './browser.ts';
import { buildWeb } from '../../src/build-web.ts';

/** The pictures of README and docs: name → address and look. Pages of a workplace add theirs here. */
const PICTURES: Readonly<Record<string, readonly [address: string, look: Look]>> = {
  'today-zh': ['/', { language: 'zh' }],
  'today-en-dark': ['/', { language: 'en', dark: true }],
  'today-phone': ['/', { language: 'zh', width: 390 }],
  'contracts-zh': ['/contracts', { language: 'zh' }],
  'contracts-en': ['/contracts', { language: 'en' }],
  'bargaining-zh': ['/bargaining', { language: 'zh' }],
  'disputes-zh': ['/disputes', { language: 'zh' }],
  'consultation-zh': ['/consultation', { language: 'zh' }],
  'analysis-zh': ['/analysis', { language: 'zh' }],
  'enterprises-zh': ['/enterprises', { language: 'zh' }],
  'law-zh': ['/law', { language: 'zh' }],
};

process.env['SCREENSHOTS'] ??= 'docs/pictures';
await buildWeb({ ifStale: true });
const on = await browsing();
try {
  await on.post('/demo', { enterprises: 300, seed: 7 });
  for (;;) {
    const { status } = await on.get<{ status: string }>('/demo');
    if (status !== 'running') break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  for (const [name, [address, look]] of Object.entries(PICTURES)) {
    const { page } = await on.open(look);
    await goTo(page, address);
    await picture(page, name);
    await page.context().close();
    console.log(name);
  }
} finally {
  await on.end();
}
