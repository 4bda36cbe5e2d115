import type * as z from 'zod';
import type {
  newTokenAnswer,
  tokenBody,
  tokensAnswer,
} from '../../features/accounts/token-schema.ts';
import { call } from './client.ts';
import { resource } from './resource.ts';

export type TokenLine = z.output<typeof tokensAnswer>['items'][number];
/** The only answer that holds the token itself. */
export type NewToken = z.output<typeof newTokenAnswer>;
export type TokenInput = z.input<typeof tokenBody>;

export const tokens = resource<TokenLine>('/tokens');

export const createToken = (body: TokenInput) => call<NewToken>('POST', '/tokens', { body });
export const revokeToken = (id: string) => call<void>('DELETE', `/tokens/${id}`);
