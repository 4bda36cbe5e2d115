import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ConfigError, environment, readConfig } from './config.ts';

describe('config', () => {
  it('is explained in .env.example, variable by variable', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named).to.have.members(Object.keys(environment.shape));
  });

  it('gives in .env.example values that it accepts', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const given = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]);
    expect(readConfig(Object.fromEntries(given))).to.deep.equal(readConfig({}));
  });

  it('names every wrong variable at once', () => {
    try {
      readConfig({ PORT: 'x', ROLE: 'boss' });
    } catch (error) {
      expect((error as Error).message)
        .to.include('PORT')
        .and.include('ROLE');
    }
  });

  it('refuses production without its secrets', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).to.throw(ConfigError, 'AUTH_SECRET');
  });

  it('refuses a web or worker role that would embed its services', () => {
    for (const ROLE of ['web', 'worker']) {
      expect(() => readConfig({ ROLE })).to.throw(ConfigError, 'MONGODB_URI');
    }
  });

  it('seeds the demo only into an embedded store, unless asked', () => {
    expect(readConfig({}).demo.seed).to.equal(true);
    expect(readConfig({ MONGODB_URI: 'mongodb://db/x' }).demo.seed).to.equal(false);
    expect(readConfig({ MONGODB_URI: 'mongodb://db/x', DEMO: 'true' }).demo.seed).to.equal(true);
  });
});
