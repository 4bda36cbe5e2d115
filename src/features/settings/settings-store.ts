import { type Actor, hasRole } from '../../access/actor.ts';
import { documentModel } from '../../store/document-schema.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { SettingsDocument } from './settings.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** One document for each district that has changed something; its id is the district. */
export function createSettingsStore(kit: StoreKit) {
  return createDocumentStore<SettingsDocument>({
    ...kit,
    subject: 'settings',
    model: documentModel<SettingsDocument>(kit.db, 'settings', []),
    visible: (actor: Actor) => (hasRole(actor, 'system') ? {} : { district: actor.district }),
  });
}
