import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { seedDemo } from '../src/demo/seed-demo.ts';
import { type Service, startService } from './support/service.ts';

const run = promisify(execFile);
const readme = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** The commands of the first walk, without their comments. */
function walk(name: string): string {
  const [, block] = /<!-- walk -->\n```sh\n([\s\S]*?)```/.exec(readme(name))!;
  return block!.replace(/^#.*\n/gm, '');
}

describe('the README', function () {
  this.timeout(120_000);
  let service: Service;

  before(async () => {
    service = await startService({ env: { DEMO_PASSWORD: 'a-first-walk' }, work: false });
    await seedDemo(service.ctx);
    service.ctx.startWork();
  });
  after(() => service.close());

  it('walks from a posted need to a figure of the report', async () => {
    const script = walk('README.md').replace('http://localhost:3000', service.url);
    const { stdout } = await run('bash', ['-e', '-o', 'pipefail', '-c', script]);
    const lines = stdout.trim().split('\n');
    expect(lines).to.include.members(['submitted', 'open', 'accepted', 'signed', 'registered']);
    expect(lines.at(-2)).to.equal('1 agreement(s), 750000 yuan');
    expect(lines.at(-1)).to.equal('耐候聚丙烯保险杠材料开发');
  });

  it('walks the same way in Chinese', () => {
    expect(walk('README.zh-CN.md')).to.equal(walk('README.md'));
  });

  it('leads only to pages that are there', () => {
    for (const name of ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/adr/README.md']) {
      const base = new URL(`../${name}`, import.meta.url);
      for (const [, target] of readme(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
        expect(() => readFileSync(new URL(target!, base)), `${name}: ${target}`).not.to.throw();
      }
    }
  });
});
