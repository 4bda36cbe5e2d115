import { expect } from 'chai';
import { createEmbedder, EmbeddingsError } from '../src/features/matching/embeddings.ts';
import { cosine, type Vector } from '../src/features/matching/vector.ts';
import { type EmbeddingServer, startEmbeddingServer } from './support/embedding-server.ts';

describe('embeddings', () => {
  let server: EmbeddingServer;
  beforeEach(async () => {
    server = await startEmbeddingServer();
  });
  afterEach(() => server.close());

  const embedder = (more = {}) => createEmbedder({ url: server.url, pauseMs: 1, ...more });
  const failure = (work: Promise<unknown>): Promise<Error> =>
    work.then(
      () => {
        throw new Error('It did not fail.');
      },
      (error: Error) => error,
    );

  it('gives each text its own vector, in the order asked, in batches', async () => {
    const texts = Array.from({ length: 70 }, (_, i) => (i % 2 ? `钢筋锈蚀 ${i}` : `河豚鱼苗 ${i}`));
    const vectors = (await embedder().embed(texts, 'passage')) as Vector[];
    expect(server.requests.map(({ size }) => size)).to.deep.equal([32, 32, 6]);
    expect(vectors).to.have.length(70);
    for (const vector of vectors) expect(cosine(vector, vector)).to.be.closeTo(1, 1e-6);
    expect(cosine(vectors[1]!, vectors[3]!)).to.be.above(cosine(vectors[1]!, vectors[2]!));
  });

  it('says who asks and for which model, and puts the prefixes before the texts', async () => {
    const one = embedder({
      key: 'k',
      model: 'm',
      queryPrefix: 'query: ',
      passagePrefix: 'passage: ',
    });
    await one.embed(['甲'], 'query');
    await one.embed(['乙'], 'passage');
    expect(server.texts).to.deep.equal(['query: 甲', 'passage: 乙']);
    expect(server.requests[0]).to.include({ authorization: 'Bearer k', model: 'm' });
    expect(one.model).to.not.equal(embedder({ model: 'm' }).model);
  });

  it('takes an address with or without the version and the call', async () => {
    for (const url of [`${server.url}/`, `${server.url}/v1`, `${server.url}/v1/embeddings`]) {
      expect(await embedder({ url }).embed(['甲'], 'query')).to.have.length(1);
    }
  });

  it('asks again after a fault that may pass, and not for ever', async () => {
    server.faults.push(503, 429);
    expect(await embedder().embed(['甲'], 'query')).to.have.length(1);
    server.faults.push(500, 500, 500);
    const error = await failure(embedder().embed(['保险杠的秘密'], 'query'));
    expect(error).to.be.instanceOf(EmbeddingsError);
    expect(error.message).to.equal('The embedding server answered 500.');
    expect(`${error.stack}`).to.not.include('秘密');
    expect(server.requests).to.have.length(6);
  });

  it('does not ask again with a key that is refused', async () => {
    server.faults.push(401);
    const error = await failure(embedder().embed(['甲', '乙'], 'query'));
    expect(error.message).to.include('401');
    expect(server.requests).to.have.length(1);
  });

  it('shortens a text that is too long, and leaves out one that is refused whatever its length', async () => {
    server.state.longest = 600;
    const vectors = await embedder().embed(['锈蚀'.repeat(500), '鱼苗'], 'passage');
    expect(vectors.every((vector) => vector !== undefined)).to.equal(true);
    server.state.longest = 10;
    const refused = await embedder().embed(['锈蚀'.repeat(500), '鱼苗'], 'passage');
    expect(refused[0]).to.equal(undefined);
    expect(refused[1]).to.not.equal(undefined);
  });

  it('refuses answers that are no embeddings of what was asked', async () => {
    const answers: unknown[] = [
      'nonsense',
      { data: [] },
      { data: [{ index: 0, embedding: [] }] },
      { data: [{ index: 5, embedding: [1, 2] }] },
      { data: [{ index: 0, embedding: [0, 0] }] },
      { data: [{ index: 0, embedding: ['1'] }] },
    ];
    for (const answer of answers) {
      server.state.answer = () => answer;
      expect(await failure(embedder().embed(['甲'], 'query'))).to.be.instanceOf(EmbeddingsError);
    }
    const one = embedder();
    server.state.answer = undefined;
    await one.embed(['甲'], 'query');
    server.state.answer = () => ({ data: [{ index: 0, embedding: [1, 2] }] });
    expect((await failure(one.embed(['甲'], 'query'))).message).to.include('2 dimensions after');
  });

  it('stops waiting when told to, and when the server is silent or away', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    expect((await failure(embedder().embed(['甲'], 'query', stop.signal))).message).to.equal(
      'stopped',
    );
    const silent = embedder({ timeoutMs: 1 });
    server.state.answer = () => {
      const until = Date.now() + 50;
      while (Date.now() < until);
    };
    expect((await failure(silent.probe())).message).to.include('did not answer within 1 ms');
    const away = embedder({ url: 'http://127.0.0.1:9' });
    expect((await failure(away.embed(['甲'], 'query'))).message).to.include('cannot be reached');
  });
});
