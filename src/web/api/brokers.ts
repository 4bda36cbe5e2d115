import type * as z from 'zod';
import type {
  BrokerAnswer,
  brokerBody,
  brokerLoadAnswer,
} from '../../features/brokers/broker-schema.ts';
import { resource } from './resource.ts';

export type { BrokerAnswer };
export type BrokerBody = z.input<typeof brokerBody>;
/** A merge patch: `null` takes a value away. */
export type BrokerChange = {
  [K in Exclude<keyof BrokerBody, 'userId'>]?: BrokerBody[K] | null;
};

export const brokers = resource<BrokerAnswer, BrokerBody, BrokerChange>('/brokers');

/** What a broker carries against the capacity; for the office and the broker in person. */
export const brokerLoad = (id: string) =>
  brokers.below<z.output<typeof brokerLoadAnswer>>(id, 'load');
