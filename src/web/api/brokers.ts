import type { BrokerAnswer, BrokerInput } from '../../features/brokers/broker-schema.ts';
import { resource } from './resource.ts';

export type { BrokerAnswer };

export const brokers = resource<BrokerAnswer, BrokerInput>('/brokers');
