import { addDays } from '../../calendar/dates.ts';
import type { Agreement } from '../../features/agreements/agreement.ts';
import { agreementBody } from '../../features/agreements/agreement-schema.ts';
import type { DeductionKind, EndingCode } from '../../vocabulary.ts';
import { capabilities } from '../content/capabilities/all.ts';
import type { ContractRow } from '../content/contract-row.ts';
import { institutes } from '../content/institutes.ts';
import { diceFor } from '../demo-random.ts';
import type { DemoTime } from '../demo-time.ts';
import type { Stage } from '../stage.ts';

const fenPerWan = 1_000_000;
const fieldOf = new Map(capabilities.map(({ key, field }) => [key, field]));
const kinds: readonly DeductionKind[] = ['equipment', 'instrument', 'materials', 'parts'];

/** Deductions that make the technology value the stated part of the contract value. */
function moneyOf({ title, technologyWan, percent }: ContractRow) {
  const deducted = Math.round((technologyWan * 100) / percent) - technologyWan;
  const dice = diceFor(title);
  const first = Math.ceil((deducted * dice.between(55, 90)) / 100);
  const at = dice.between(0, kinds.length - 1);
  const deductions = [first, deducted - first]
    .map((wan, n) => ({
      kind: kinds[(at + n) % kinds.length]!,
      amountFen: wan * fenPerWan,
    }))
    .filter(({ amountFen }) => amountFen > 0);
  return {
    technologyValueFen: technologyWan * fenPerWan,
    contractValueFen: (technologyWan + deducted) * fenPerWan,
    deductions,
  };
}

/** Sixteen digits, opaque as the real ones are. */
const numberOf = (row: ContractRow, registered: string) =>
  `${registered.slice(0, 4)}3302${String(diceFor(`${row.title} ${registered}`).between(0, 99_999_999)).padStart(8, '0')}`;

export type AgreementScenes = ReturnType<typeof createAgreementScenes>;

/** The life of a contract on the bureau's desk. */
export function createAgreementScenes({ ctx, cast, capabilityIds, as }: Stage) {
  const { agreements } = ctx;

  function inputOf(row: ContractRow, more: object) {
    const seller = cast.organization(row.seller);
    return agreementBody.parse({
      type: row.type,
      title: row.title,
      seller: {
        organizationId: seller._id,
        name: seller.name,
        nature: institutes[row.seller].nature,
      },
      ...(row.buyer !== '' && { buyer: buyerOf(row.buyer) }),
      ...moneyOf(row),
      field: fieldOf.get(row.achievements[0] ?? '') ?? 'advanced_manufacturing',
      ...(row.achievements.length > 0 && { ipType: '发明专利' }),
      achievementIds: row.achievements.map((key) => capabilityIds.get(key)),
      ...more,
    });
  }

  function buyerOf(key: string) {
    const { _id: organizationId, name } = cast.organization(key);
    const nature = diceFor(key).pick(['150', '170', '150', '160']);
    return { organizationId, name, nature };
  }

  async function pay(agreement: Agreement, parts: readonly [string, number][], time: DemoTime) {
    for (const [paidAt, percent] of parts) {
      const at = time.on(paidAt, 16);
      if (at >= time.now) return;
      const amountFen = Math.floor((agreement.contractValueFen * percent) / 100);
      await agreements.pay(as('bureau', at), agreement._id, { paidAt, amountFen });
    }
  }

  return {
    /** Entered by the office when it was registered already. */
    async enterRegistered(row: ContractRow, time: DemoTime, more: object = {}) {
      const { signed: signedAt, registered: registeredAt } = row;
      const registration = { number: numberOf(row, registeredAt), registeredAt };
      const cmd = as('bureau', time.on(registeredAt, 15));
      const input = inputOf(row, { signedAt, registration, ...more });
      return agreements.create(cmd, input);
    },

    draft: (row: ContractRow, at: Date, by = 'bureau', more: object = {}) =>
      agreements.create(as(by, at), inputOf(row, more)),

    sign: (id: string, signedAt: string, at: Date, by = 'bureau') =>
      agreements.sign(as(by, at), id, signedAt),

    confirm: (id: string, party: string, at: Date) => agreements.confirm(as(party, at), id),

    apply: (id: string, appliedAt: string, at: Date, by = 'bureau') =>
      agreements.apply(as(by, at), id, { appliedAt, disputed: false }),

    register: (id: string, row: ContractRow, registeredAt: string, at: Date) =>
      agreements.register(as('bureau', at), id, {
        number: numberOf(row, registeredAt),
        registeredAt,
      }),

    revoke: (id: string, code: EndingCode, note: string, at: Date) =>
      agreements.revoke(as('bureau', at), id, { code, note }),

    deregister: (id: string, code: EndingCode, note: string, at: Date) =>
      agreements.deregister(as('bureau', at), id, { code, note }),

    change: (id: string, row: ContractRow, note: string, at: Date) => {
      const { deductions, ...values } = moneyOf(row);
      return agreements.change(as('bureau', at), id, { ...values, deductions, note });
    },

    /** The usual three parts, the last after acceptance of the work. */
    pay: (agreement: Agreement, signed: string, time: DemoTime) =>
      pay(
        agreement,
        [
          [addDays(signed, 12), 30],
          [addDays(signed, 95), 40],
          [addDays(signed, 210), 30],
        ],
        time,
      ),
  };
}
