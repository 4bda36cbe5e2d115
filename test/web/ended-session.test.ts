import { expect } from 'chai';
import { shown, startWeb, type Web } from './support/web.ts';

const api = '/api/v1';

describe('a page whose session is ended elsewhere', () => {
  let web: Web;
  before(async function () {
    this.timeout(120_000);
    web = await startWeb();
  });
  after(() => web.close());

  it('shows nothing any more, and is there again, with what was typed, for the same person', async function () {
    this.timeout(60_000);
    const page = await shown(await web.open('enterprise3', '/needs/new'));
    const me = (await (await page.request.get(`${api}/session`)).json()).user.id as string;
    await page.getByLabel(/^一句话标题/).fill('停用时写到一半的难题');

    const office = await web.open('bureau', '/account');
    const act = async (action: 'disable' | 'enable') => {
      const headers = { origin: web.service.url };
      const answer = await office.request.post(`${api}/users/${me}/${action}`, { headers });
      expect(answer.status()).to.equal(200);
    };
    await act('disable');
    // Nobody touches the page; its stream is told.
    await page.getByRole('heading', { name: '登录搭桥' }).waitFor();
    await page.getByLabel('邮箱').fill('enterprise3@demo.test');
    await page.getByLabel(/^密码/).fill('demo-for-the-tests');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    await act('enable');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('已恢复您上次未提交的内容').waitFor();
    expect(await page.getByLabel(/^一句话标题/).inputValue()).to.equal('停用时写到一半的难题');
  });
});
