import { shown, startWeb } from './support/web.ts';

it('debug', async function () {
  this.timeout(120000);
  const web = await startWeb();
  await web.service.settled();
  const page = await shown(await web.open('broker1', '/today'));
  await page.getByRole('link', { name: '压力传感器上到一百八十度漂移大' }).first().click();
  await page.waitForTimeout(3000);
  await page.screenshot({ path: '/tmp/dbg.png' });
  console.log(page.url());
  const id = page.url().split('/').pop();
  const a = await page.request.get(`/api/v1/needs/${id}/matches`);
  console.log(a.status(), (await a.text()).slice(0, 300));
  await web.close();
});
