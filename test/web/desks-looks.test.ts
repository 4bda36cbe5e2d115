import { expectGood, shown, startWeb, type Web } from './support/web.ts';

const pages = [
  '/assignment?heap=proposed',
  '/registration',
  '/people',
  '/organizations',
  '/organizations/new',
  '/settings',
  '/settings/rankers',
  '/audit',
];

describe('the desks of the bureau are accessible, and fit', function () {
  this.timeout(300_000);
  let web: Web;
  before(async () => {
    web = await startWeb();
  });
  after(() => web.close());

  for (const look of [
    { language: 'zh', width: 390 },
    { language: 'en', width: 1440 },
  ] as const) {
    it(`in ${look.language} at ${look.width}`, async () => {
      const page = await web.open('bureau', pages[0]!, look);
      for (const path of pages) {
        await page.goto(path);
        await expectGood(await shown(page), `${path} ${look.language} ${look.width}`);
      }
      await page.goto('/people?q=broker9%40');
      await page
        .getByRole('link', { name: /broker9|经纪人九/ })
        .first()
        .click();
      await expectGood(await shown(page), 'a person');
      await page.goto('/organizations?kind=enterprise');
      await shown(page);
      await page.getByRole('main').getByRole('link').nth(1).click();
      await expectGood(await shown(page), 'an organization');
    });
  }
});
