import type { Client } from './client.ts';
import { givenSearchServer } from './search-server.ts';

/** Capabilities that differ enough to be told apart; texts of our own making. */
export const capabilityTexts = {
  light: {
    title: '受阻胺光稳定剂在聚丙烯中的应用',
    abstract:
      '研究受阻胺光稳定剂对聚丙烯保险杠耐候性的影响，氙灯老化达到3500小时后色差为2.1，表面无发白开裂。',
    keywords: ['受阻胺光稳定剂', '聚丙烯', '耐候'],
    field: 'new_materials',
    stage: 'mature',
  },
  steel: {
    title: '混凝土内钢筋锈蚀的无线监测',
    abstract: '预埋无源传感器监测混凝土内钢筋锈蚀，读数距离达到0.5 m。',
    keywords: ['钢筋锈蚀', '传感器'],
    field: 'urban_social',
    stage: 'middle',
  },
  fish: {
    title: '河豚苗种营养强化',
    abstract: '以微藻强化轮虫与卤虫，提高河豚苗开口期成活率。',
    keywords: ['河豚', '微藻'],
    field: 'agriculture',
    stage: 'early',
  },
} as const;

export async function enterCapability(
  client: Client,
  fields: Record<string, unknown>,
): Promise<string> {
  const answer = await client.post('/capabilities', fields);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Asks again until the answer is as wanted: some follow-ups are gathered for a moment. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean) {
  // A task of a search server takes up to a second on a busy machine.
  const deadline = Date.now() + (givenSearchServer() ? 30_000 : 10_000);
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
