import type { Connection } from 'mongoose';
import { documentModel } from '../../store/document-schema.ts';
import { authCollections } from './auth.ts';
import type { User } from './user.ts';

export function userModel(db: Connection) {
  return documentModel<User>(db, authCollections.user, [
    // better-auth asks for the same index; under its name for it, the two are one.
    [{ email: 1 }, { unique: true, name: 'users_email_uidx' }],
    [{ district: 1, _id: 1 }],
    [{ district: 1, roles: 1, _id: 1 }],
    [
      { organizationId: 1, _id: 1 },
      { partialFilterExpression: { organizationId: { $exists: true } } },
    ],
  ]);
}
