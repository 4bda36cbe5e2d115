import { expect } from 'chai';
import { shanghaiDate } from '../src/calendar/dates.ts';
import { assignmentWhen, enterBroker } from './support/brokers.ts';
import { aNeed, enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('the assignment desk', function () {
  this.timeout(60_000);
  let service: Service;
  let team: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService();
    team = await enterNeedPeople(service, '330301');
  });
  after(() => service.close());

  it('names needs, firms, brokers and who named them, by what the reader may read', async () => {
    const expert = await enterBroker(service, team.bureau, { name: '林专家', grade: 'senior' });
    const other = await enterBroker(service, team.bureau, { name: '周同事', fields: [] });
    const needId = await openNeed(team, {
      field: 'new_materials',
      confidential: { title: 'assigned', organization: 'nda' },
    });
    const { id } = await assignmentWhen(team.bureau, needId, 'proposed');
    const firm = (await team.bureau.get(`/organizations/${team.enterpriseId}`)).body.name;
    const [desk] = (await team.bureau.get('/assignments')).body.items;
    expect(desk).to.deep.include({
      broker: { id: expert.id, name: '林专家' },
      need: {
        id: needId,
        status: 'open',
        title: aNeed.title,
        field: 'new_materials',
        organization: { id: team.enterpriseId, name: firm },
      },
    });
    expect(desk.history[0].broker.name).to.equal('林专家');

    const named = await team.bureau.post(`/assignments/${id}/reassign`, { brokerId: other.id });
    expect(named.body.broker).to.deep.equal({ id: other.id, name: '周同事' });
    expect(named.body.history[1].by).to.equal(team.bureau.actor!.id);
    const [own] = (await other.client.get('/assignments?mine=true')).body.items;
    expect(own.need.title).to.equal(aNeed.title);
    const asked = await expert.client.get(`/assignments/${id}`);
    expect(asked.status).to.equal(404);
  });

  it('offers whom it may name, best first, and says why not the others', async () => {
    const place = '330302';
    const people = await enterNeedPeople(service, place);
    const { bureau } = people;
    const today = shanghaiDate(new Date());
    const enter = (name: string, more: object) =>
      enterBroker(service, bureau, { name, fields: ['agriculture'], ...more });
    await enter('合适', { fields: ['new_materials'], grade: 'senior' });
    await enter('合适二', { fields: ['new_materials'], grade: 'junior' });
    await enter('一般', {});
    await enter('有牵连', { employerId: people.enterpriseId });
    await enter('休假', { leave: [{ from: today, to: '2999-01-01' }] });
    await enter('已满', { capacity: 0 });
    await enter('停接', { active: false });
    const needId = await openNeed(people, { field: 'new_materials' });
    const { id } = await assignmentWhen(bureau, needId, 'proposed');

    const { status, body } = await bureau.get(`/assignments/${id}/candidates`);
    expect(status).to.equal(200);
    const told = body.items.map((one: { name: string; barriers: string[] }) => [
      one.name,
      ...one.barriers,
    ]);
    // The one who is asked now is no choice, nor is who takes no new needs.
    expect(told.slice(0, 2)).to.deep.equal([['合适二'], ['一般']]);
    expect(told.slice(2)).to.have.deep.members([
      ['有牵连', 'conflict_of_interest'],
      ['休假', 'on_leave'],
      ['已满', 'no_capacity'],
    ]);
    const tied = body.items.find((one: { name: string }) => one.name === '有牵连');
    expect(tied.conflicts[0].id).to.equal(people.enterpriseId);
    for (const one of body.items) {
      const sum = one.parts.reduce((all: number, part: { points: number }) => all + part.points, 0);
      expect(sum).to.equal(one.score);
    }
    const [best] = body.items;
    const named = await bureau.post(`/assignments/${id}/reassign`, { brokerId: best.brokerId });
    expect(named.status).to.equal(200);
    const refused = await bureau.post(`/assignments/${id}/reassign`, { brokerId: tied.brokerId });
    expect(refused.status).to.equal(409);

    const path = `/assignments/${id}/candidates`;
    expect((await people.broker.get(path)).status).to.equal(403);
    expect((await people.enterprise.get(path)).status).to.equal(403);
    const elsewhere = service.as({ roles: ['bureau'], district: '330399' });
    expect((await elsewhere.get(path)).status).to.equal(404);
    expect((await bureau.get(`${path}?x=1`)).status).to.equal(400);
  });
});
