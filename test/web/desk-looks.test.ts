import { expectGood, shown, startWeb, type Web } from './support/web.ts';

describe("the broker's pages", () => {
  let web: Web;
  before(async function () {
    this.timeout(180_000);
    web = await startWeb({ past: true });
  });
  after(() => web.close());

  for (const language of ['zh', 'en'] as const) {
    for (const width of [390, 1440]) {
      it(`are accessible and fit ${width} pixels, ${language}`, async function () {
        this.timeout(120_000);
        const look = { language, width };
        const list = await shown(await web.open('broker1', '/needs', look));
        await expectGood(list, `/needs ${width} ${language}`);
        await list.getByRole('link', { name: '压力传感器上到一百八十度漂移大' }).click();
        const match = list.getByRole('list', { name: /匹配结果|Matches, best/ }).locator('> li');
        await match.first().waitFor({ timeout: 60_000 });
        const id = new URL(list.url()).pathname.split('/').at(-1);
        for (const index of [1, 0]) {
          await match.nth(index).getByRole('button').first().click();
          await list.getByRole('button', { name: /^加入比较$|^Compare$/ }).click();
        }
        await shown(list);
        await expectGood(list, `/needs/:id ${width} ${language}`);
        await list.getByRole('link', { name: /比较所选|Compare the/ }).click();
        await shown(list);
        await list.getByRole('table').locator('mark').first().waitFor();
        await expectGood(list, `compare ${width} ${language}`);
        await list.context().close();
        const q = encodeURIComponent('压力传感器');
        for (const [login, path] of [
          ['broker1', '/today'],
          ['broker1', `/search?kind=capability&q=${q}&need=${id}`],
          ['bureau', '/vetting'],
        ] as const) {
          const page = await shown(await web.open(login, path, look));
          await expectGood(page, `${path} ${width} ${language}`);
          await page.context().close();
        }
      });
    }
  }
});
