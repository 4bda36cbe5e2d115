import { expect } from 'chai';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = [];
  write(createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }));
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line)) };
}

describe('log', () => {
  it('writes the level as a word and the time as an instant', () => {
    const [line] = logged((log) => log.info({ needId: '01A' }, 'vetted')).lines;
    expect(line).to.include({ level: 'info', msg: 'vetted', needId: '01A' });
    expect(new Date(line.time).toISOString()).to.equal(line.time);
    expect(line).not.to.have.property('hostname');
  });

  it('keeps secrets out, however deep and however spelled', () => {
    const { text, lines } = logged((log) =>
      log.info({
        password: 's3cret',
        req: {
          headers: { authorization: 'Bearer s3cret', cookie: 'a=s3cret', 'Set-Cookie': 's3cret' },
        },
        user: { newPassword: 's3cret', tokens: [{ accessToken: 's3cret', id: '01T' }] },
        meili: { key: 's3cret', url: 'http://localhost:7700' },
        AUTH_SECRET: 's3cret',
      }),
    );
    expect(text).not.to.include('s3cret');
    expect(lines[0].user.tokens[0].id).to.equal('01T');
    expect(lines[0].meili.url).to.equal('http://localhost:7700');
  });

  it('logs ids, never the texts of a need', () => {
    const need = {
      id: '01N',
      title: '保险杠发白',
      problem: '晒两年',
      indicators: [{ name: '色差' }],
    };
    const { text, lines } = logged((log) => log.warn({ need, items: [{ note: '保险杠' }] }));
    expect(text).not.to.match(/保险杠|晒两年|色差/);
    expect(lines[0].need).to.include({ id: '01N', title: '[text]' });
  });

  it('holds for what a child logs', () => {
    const { lines } = logged((log) => log.child({ job: 'match' }).info({ token: 's3cret' }, 'run'));
    expect(lines[0]).to.include({ job: 'match', token: '[secret]' });
  });

  it('describes an error without the values that it quotes', () => {
    const cause = new Error('connect mongodb://admin:s3cret@db.local/daqiao failed');
    const duplicate = Object.assign(
      new Error('E11000 duplicate key error collection: d.users dup key: { email: "a@b.cn" }', {
        cause,
      }),
      { code: 11000, keyValue: { email: 'a@b.cn' } },
    );
    const { text, lines } = logged((log) => log.error({ err: duplicate }, 'failed'));
    expect(text).not.to.match(/a@b\.cn|s3cret/);
    expect(lines[0].err).to.deep.include({ type: 'Error', code: 11000 });
    expect(lines[0].err.stack).to.match(/^\s+at /);
    expect(lines[0].err.cause.message).to.equal('connect mongodb://***@db.local/daqiao failed');
  });

  it('survives what points to itself', () => {
    const loop: Record<string, unknown> = { id: '01L' };
    loop.self = loop;
    expect(logged((log) => log.info({ loop })).lines[0].loop.id).to.equal('01L');
  });
});
