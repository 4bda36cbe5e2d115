import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { unscoped } from '../src/access/actor.ts';
import { assignmentWhen, enterBroker, until } from './support/brokers.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

const inside = unscoped('the test looks inside');

describe('assignment under pressure', function () {
  this.timeout(60_000);
  let service: Service;
  let count = 330_400;

  const start = (work: boolean) => async () => {
    service = await startService({ work });
  };

  const people = () => {
    count += 1;
    return enterNeedPeople(service, String(count));
  };

  const times = <T>(n: number, make: (i: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, i) => make(i)));

  /** Whatever has happened: one document a need, at most one broker, nobody over capacity. */
  async function expectOrder(district: string) {
    const { assignments, brokers } = service.ctx.stores;
    const carried = new Map<string, number>();
    const seen = new Set<string>();
    for await (const doc of assignments.each(inside, { district })) {
      expect(seen.has(doc.needId), 'one assignment a need').to.equal(false);
      seen.add(doc.needId);
      const present = doc.turns.filter((turn) => !turn.outcome);
      const held = doc.status === 'proposed' || doc.status === 'accepted';
      expect(present.map((turn) => turn.brokerId)).to.deep.equal(held ? [doc.brokerId] : []);
      if (doc.brokerId) carried.set(doc.brokerId, (carried.get(doc.brokerId) ?? 0) + 1);
    }
    for await (const broker of brokers.each(inside, { district })) {
      const load = carried.get(broker._id) ?? 0;
      expect(load, 'load within the capacity').to.be.at.most(broker.capacity);
      expect(broker.claims.length, 'the claims cover the load').to.be.at.least(load);
    }
    return { needs: seen.size, carried };
  }

  /** Once nothing moves, the claims are the load. */
  async function expectNoDeadClaims(district: string) {
    const { brokers } = service.ctx.stores;
    const { carried } = await expectOrder(district);
    for await (const broker of brokers.each(inside, { district })) {
      expect(broker.claims.length).to.equal(carried.get(broker._id) ?? 0);
    }
  }

  describe('with the work running', () => {
    before(start(true));
    after(() => service.close());

    it('has one broker whoever wins: accept, decline and the bureau at once', async () => {
      const team = await people();
      const one = await enterBroker(service, team.bureau, { grade: 'senior', capacity: 20 });
      const two = await enterBroker(service, team.bureau, { grade: 'junior', capacity: 20 });
      for (let round = 0; round < 6; round += 1) {
        const needId = await openNeed(team);
        const { id, brokerId } = await assignmentWhen(team.bureau, needId, 'proposed');
        const [asked, other] = brokerId === one.id ? [one, two] : [two, one];
        const answers = await Promise.all([
          asked.client.post(`/assignments/${id}/accept`),
          asked.client.post(`/assignments/${id}/accept`),
          team.bureau.post(`/assignments/${id}/reassign`, { brokerId: other.id }),
          ...(round % 2
            ? [asked.client.post(`/assignments/${id}/decline`, { code: 'price' })]
            : []),
        ]);
        for (const { status } of answers) expect(status).to.be.oneOf([200, 409]);
        expect(answers.filter(({ status }) => status === 200).length).to.be.at.least(1);
        await expectOrder(team.bureau.actor!.district);
      }
      await service.settled();
      await until(
        () => service.ctx.stores.assignments.count(inside, { 'todo.topic': 'release' }),
        (owed) => owed === 0,
      );
      await expectNoDeadClaims(team.bureau.actor!.district);
    });

    it('keeps the capacity when many needs open and the bureau deals at the same time', async () => {
      const team = await people();
      const district = team.bureau.actor!.district;
      const small = await enterBroker(service, team.bureau, { capacity: 3 });
      const needs = await times(8, () => openNeed(team));
      await until(
        () => service.ctx.stores.assignments.count(inside, { district }),
        (n) => n === 8,
      );
      expect((await expectOrder(district)).carried.get(small.id)).to.equal(3);
      // One more place, and every waiting need is handed to it at once.
      const spare = await enterBroker(service, team.bureau, { capacity: 1, fields: ['nuclear'] });
      const rows = await times(8, async (i) => {
        const { body } = await team.bureau.get(`/needs/${needs[i]}/assignment`);
        return team.bureau.post(`/assignments/${body.id}/reassign`, { brokerId: spare.id });
      });
      expect(rows.filter(({ status }) => status === 200).length).to.be.at.most(1);
      await until(
        () => expectOrder(district),
        ({ carried }) => carried.get(spare.id) === 1,
      );
      const load = await team.bureau.get(`/brokers/${spare.id}/load`);
      expect(load.body).to.include({ load: 1, room: 0 });
    });

    it('may run its jobs twice, and at the same time', async () => {
      const team = await people();
      const district = team.bureau.actor!.district;
      const brokers = await times(3, () => enterBroker(service, team.bureau));
      const needId = await openNeed(team);
      const { id, brokerId } = await assignmentWhen(team.bureau, needId, 'proposed');
      const asked = brokers.find((broker) => broker.id === brokerId)!;
      const { queues } = service.ctx;
      await asked.client.post(`/assignments/${id}/decline`, { code: 'no_capacity' });
      await times(5, (i) => queues.add('assignment-propose', { id }, { id: `twin-${i}` }));
      await times(5, (i) => queues.add('need-assign', { id: needId }, { id: `twin-${i}` }));
      await times(5, (i) => queues.add('expire-proposal', { id }, { id: `early-${i}` }));
      const batch = { district };
      await times(5, (i) => queues.add('assign-batch', batch, { id: `twin-${i}` }));
      const body = await assignmentWhen(team.bureau, needId, 'proposed');
      await service.settled();
      const later = (await team.bureau.get(`/needs/${needId}/assignment`)).body;
      expect(later.revision).to.equal(body.revision);
      expect(later.history).to.have.length(2);
      await expectOrder(district);
    });

    it('deals out what opens together as one problem', async () => {
      const team = await people();
      const district = team.bureau.actor!.district;
      // Who can do everything is wanted by all; whoever comes first must not use them up.
      const all = ['new_materials', 'biomedicine', 'environment'];
      const allround = await enterBroker(service, team.bureau, { fields: all, capacity: 6 });
      const narrow = await enterBroker(service, team.bureau, {
        fields: all.slice(0, 1),
        capacity: 6,
      });
      await service.settled();
      const fields = [...Array(6).fill(all[0]), ...Array(3).fill(all[1]), ...Array(3).fill(all[2])];
      await times(12, (i) => openNeed(team, { field: fields[i] }));
      const { carried } = await until(
        () => expectOrder(district),
        (order) => [...order.carried.values()].reduce((a, b) => a + b, 0) === 12,
      );
      expect([carried.get(allround.id), carried.get(narrow.id)]).to.deep.equal([6, 6]);
      const { items } = (await team.bureau.get('/assignments?limit=100')).body;
      for (const { history } of items) {
        const expertise = history[0].parts.find((p: { kind: string }) => p.kind === 'expertise');
        expect(expertise.points).to.equal(450);
      }
    });
  });

  describe('with workers that die', () => {
    let child: ChildProcess | undefined;
    before(start(false));
    after(async () => {
      child?.kill('SIGKILL');
      await service.close();
    });

    async function startChild() {
      const { config } = service.ctx;
      const work = new URL('./support/work-alone.ts', import.meta.url);
      child = fork(work, {
        execArgv: ['--import', 'tsx'],
        env: {
          ...process.env,
          NODE_ENV: 'test',
          LOG_LEVEL: 'silent',
          MONGODB_URI: config.mongo.uri!,
          REDIS_URL: config.redis.url!,
          DATA_DIR: config.dataDir,
          NAMESPACE: config.namespace,
        },
      });
      await once(child, 'message');
      return child;
    }

    it('loses nothing to SIGKILL in the middle of a batch, nor to an empty Redis', async function () {
      this.timeout(90_000);
      const team = await people();
      const district = team.bureau.actor!.district;
      await times(4, () => enterBroker(service, team.bureau, { capacity: 10 }));
      await times(40, () => openNeed(team));
      const written = () => service.ctx.stores.assignments.count(inside, { district });

      for (const enough of [3, 15]) {
        const worker = await startChild();
        await until(written, (n) => n >= enough);
        worker.kill('SIGKILL');
        await once(worker, 'exit');
        await expectOrder(district);
      }
      expect(await written()).to.be.within(15, 39);
      const { redis, config } = service.ctx;
      const keys = await redis.keys(`${config.namespace}:*`);
      expect(keys).not.to.deep.equal([]);
      await redis.del(keys);

      await startChild();
      const order = await until(
        () => expectOrder(district),
        ({ carried }) => [...carried.values()].reduce((a, b) => a + b, 0) === 40,
      );
      expect([...order.carried.values()]).to.deep.equal([10, 10, 10, 10]);
      const { needs, assignments } = service.ctx.stores;
      await until(
        async () =>
          (await needs.count(inside, { district, 'todo.topic': 'assign' })) +
          (await assignments.count(inside, {
            district,
            'todo.topic': { $in: ['need', 'release'] },
          })),
        (owed) => owed === 0,
      );
      for await (const need of needs.each(inside, { district })) {
        expect((await assignments.ofNeed(need._id))?.brokerId).to.equal(need.brokerId);
      }
      await service.ctx.reconciler.run();
      await expectNoDeadClaims(district);
    });

    it('drops a claim that nothing stands behind, and no other', async () => {
      const team = await people();
      const broker = await enterBroker(service, team.bureau, { capacity: 3 });
      const needId = await openNeed(team);
      await assignmentWhen(team.bureau, needId, 'proposed');
      const { brokers } = service.ctx.stores;
      const profile = await brokers.get(inside, broker.id);
      const [used] = profile.claims;
      // As a run leaves it that was killed before it wrote, and overtaken by another.
      await brokers.claim(profile, { turnId: 'dead', needId, revision: 1 });
      // As a run holds it that is about to write.
      const fresh = { turnId: 'fresh', needId, revision: 99 };
      await brokers.claim(profile, fresh);
      expect(await brokers.claim(profile, { turnId: 'more', needId, revision: 99 })).to.equal(
        false,
      );
      await service.ctx.reconciler.run();
      expect((await brokers.get(inside, broker.id)).claims).to.deep.equal([used, fresh]);
    });
  });
});
