import { expect } from 'chai';
import { refuseForeignOrigin } from './origin.ts';

const passes = (headers: Record<string, string>, method = 'POST', publicUrl?: string) => {
  try {
    refuseForeignOrigin({ method, headers: { host: 'daqiao.test', ...headers } }, publicUrl);
    return true;
  } catch (error) {
    expect(error).to.include({ status: 403, code: 'wrong_origin' });
    return false;
  }
};

describe('origin of a change', () => {
  it('is ours by the host, the public address or what the browser says', () => {
    expect(passes({ origin: 'https://daqiao.test' })).to.equal(true);
    expect(passes({ origin: 'https://d.cn' }, 'POST', 'https://d.cn/path')).to.equal(true);
    expect(passes({ 'sec-fetch-site': 'same-origin', origin: 'http://other' })).to.equal(true);
    expect(passes({ referer: 'https://daqiao.test/needs' })).to.equal(true);
  });

  it('is not needed for reading, nor from a program that says nothing', () => {
    expect(passes({ origin: 'https://evil.test' }, 'GET')).to.equal(true);
    expect(passes({})).to.equal(true);
  });

  it('is refused from anywhere else', () => {
    expect(passes({ origin: 'https://evil.test' })).to.equal(false);
    expect(passes({ origin: 'https://daqiao.test.evil.test' })).to.equal(false);
    expect(passes({ origin: 'https://daqiao.test:8443' })).to.equal(false);
    expect(passes({ origin: 'null' })).to.equal(false);
    expect(passes({ origin: 'not an address' })).to.equal(false);
    expect(passes({ referer: 'https://evil.test/daqiao.test' })).to.equal(false);
    expect(passes({ 'sec-fetch-site': 'cross-site' })).to.equal(false);
    expect(passes({ 'sec-fetch-site': 'same-site' }, 'DELETE')).to.equal(false);
    expect(passes({ origin: 'http://d.cn' }, 'POST', 'https://d.cn')).to.equal(false);
  });
});
