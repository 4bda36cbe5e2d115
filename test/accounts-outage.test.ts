import { expect } from 'chai';
import { aPassword, enterPerson, signIn } from './support/account-rows.ts';
import { createClient } from './support/client.ts';
import { startService } from './support/service.ts';

describe('accounts while a service is down', () => {
  it('signs in and still limits attempts without Redis', async () => {
    const service = await startService({ work: false });
    try {
      const bureau = service.as({ roles: ['bureau'] });
      const { email } = await enterPerson(service, bureau);
      service.ctx.redis.disconnect();
      await signIn(service, email);
      const answers = [];
      for (let i = 0; i < 11; i++) {
        const guess = { email, password: 'wrong guess' };
        answers.push((await service.anonymous.post('/session', guess)).status);
      }
      expect(answers).to.deep.equal([...Array<number>(10).fill(401), 429]);
    } finally {
      await service.close();
    }
  });

  it('says that the store is down, not that the password is wrong', async () => {
    const service = await startService({ work: false });
    try {
      const bureau = service.as({ roles: ['bureau'] });
      const { email } = await enterPerson(service, bureau);
      const cookie = await signIn(service, email);
      const program = createClient(service.url, { authorization: 'Bearer dq_unknown' });
      await service.ctx.db.close();
      const answers = [
        await cookie.get('/session'),
        await program.get('/session'),
        await service.anonymous.post('/session', { email, password: aPassword }),
        await cookie.delete('/session'),
      ];
      expect(answers.map(({ status }) => status)).to.deep.equal([503, 503, 503, 503]);
      expect(answers[0]!.headers.get('retry-after')).to.not.equal(null);
    } finally {
      await service.close();
    }
  });
});
