import { expect } from 'chai';
import { createOrganizationNames } from './organization-names.ts';

describe('names of organizations', () => {
  it('are all told, also when one question is for more than are kept', async () => {
    const names = createOrganizationNames({
      getMany: async (_scope, ids) => new Map(ids.map((id) => [id, { name: `单位${id}` }])),
    });
    const few = ['1', '2', '3'];
    await names(few);
    const many = [...few, ...Array.from({ length: 5_000 }, (_, at) => `n${at}`)];
    const told = await names(many);
    expect(many.filter((id) => told.get(id) !== `单位${id}`)).to.deep.equal([]);
  });
});
