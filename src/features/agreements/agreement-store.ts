import { unscoped } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Agreement } from './agreement.ts';
import { visibleAgreements } from './agreement-access.ts';
import { agreementModel } from './agreement-model.ts';

export type AgreementStore = ReturnType<typeof createAgreementStore>;

/** Far more than one contract is ever typed in; what is beyond it is a broken import. */
const mostAlike = 50;

export function createAgreementStore(kit: StoreKit) {
  const store = createDocumentStore<Agreement>({
    ...kit,
    subject: 'agreement',
    model: agreementModel(kit.db),
    visible: visibleAgreements,
  });
  const guard = unscoped('the duplicate guard looks across districts and tells no more than that');

  async function some(filter: Record<string, unknown>): Promise<Agreement[]> {
    const found: Agreement[] = [];
    for await (const doc of store.each(guard, filter)) {
      found.push(doc);
      if (found.length === mostAlike) break;
    }
    return found;
  }

  return {
    ...store,
    /** Agreements with the same parties, signing day and amount, whoever recorded them. */
    alike: (likeness: string) => some({ likeness }),
    /** Agreements that were taken to repeat this one. */
    repeating: (id: string) => some({ duplicateOf: id }),
  };
}
