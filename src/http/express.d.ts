import type { Actor } from '../access/actor.ts';

declare global {
  namespace Express {
    interface Request {
      id: string;
      actor?: Actor;
    }
  }
}
