import { hasRole, unscoped } from '../../access/actor.ts';
import { forbidden, invalidField } from '../../errors.ts';
import { parse } from '../../http/validation.ts';
import { any, both } from '../../store/filter.ts';
import type { UserStore } from '../accounts/user-store.ts';
import { brokerBody, brokerPatch } from '../brokers/broker-schema.ts';
import type { BrokerService } from '../brokers/broker-service.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { fieldNames, gradeNames } from './chinese-codes.ts';
import type { Column } from './column.ts';
import { forCreate, type Importer, type ImportTarget, onlyChanges, upsertBy } from './importer.ts';

const columns: readonly Column[] = [
  { name: 'externalId', also: ['id', '编号', '序号', '备案号', '经纪人编号'], empty: 'kept' },
  { name: 'userId', also: ['账号ID'], empty: 'kept' },
  { name: 'email', also: ['邮箱', '电子邮箱', '账号'], empty: 'kept' },
  { name: 'name', also: ['姓名', '经纪人', '经纪人姓名'], empty: 'kept' },
  { name: 'grade', also: ['等级', '级别'], codes: gradeNames, empty: 'kept' },
  { name: 'fields', also: ['领域', '技术领域', '擅长领域'], kind: 'list', codes: fieldNames },
  { name: 'capacity', also: ['可承接数', '容量'], kind: 'number', empty: 'kept' },
  { name: 'employerId', also: ['单位ID'] },
  { name: 'employer', also: ['单位', '单位名称', '所在单位', '工作单位'], empty: 'kept' },
  { name: 'active', also: ['在册', '启用'], kind: 'yes', empty: 'kept' },
];

const usualCapacity = 5;

/** A district's roster of brokers. A broker is a person with an account, named by id or e-mail. */
export function brokerImporter(parts: {
  brokers: BrokerService;
  store: BrokerStore;
  users: UserStore;
  organizations: OrganizationStore;
}): Importer {
  const { brokers, store, users, organizations } = parts;
  const reason = unscoped('a roster of the district is read by its office');

  async function personOf(district: string, row: Record<string, unknown>): Promise<string> {
    const { userId, email } = row;
    if (typeof userId === 'string') return userId;
    if (typeof email !== 'string') {
      throw invalidField('userId', 'required', 'Name the person by account id or e-mail.');
    }
    const wanted = { email: email.trim().toLowerCase(), district };
    const found = await users.find(reason, wanted);
    if (!found) throw invalidField('email', 'unknown', 'No such person in your district.');
    return found._id;
  }

  /** A roster also names employers that are not here, and so are on neither side of a need. */
  async function employerOf(district: string, given: unknown, target: ImportTarget) {
    if (typeof given !== 'string') return {};
    const name = given.normalize('NFC').trim();
    const known = any([{ district }, { kind: { $in: ['institute', 'platform'] } }]);
    const found = await organizations.find(reason, both({ name }, known));
    if (found) return { employerId: found._id };
    const message = `This employer is no organization here, so it was left out: ${name}.`;
    target.warn?.({ code: 'unknown_employer', column: name.slice(0, 100), message });
    return {};
  }

  return {
    kind: 'broker',
    columns,
    stated: brokerPatch,
    async admit(actor, target) {
      if (!hasRole(actor, 'bureau', 'admin')) throw forbidden();
      if (target.organizationId !== undefined) throw forbidden('Brokers belong to a district.');
      return {};
    },
    hasOtherKey: ({ userId, email }) => typeof userId === 'string' || typeof email === 'string',
    async upsert(cmd, row, target) {
      const { district } = cmd.actor;
      const { email, employer, ...given } = row;
      const userId = await personOf(district, row);
      const values = { ...(await employerOf(district, employer, target)), ...given };
      return upsertBy({
        find: () => store.find(reason, { _id: userId, district }),
        create: () =>
          brokers.create(
            cmd,
            parse(brokerBody, {
              fields: [],
              capacity: usualCapacity,
              ...forCreate(values),
              userId,
            }),
          ),
        async change(doc) {
          const { userId: _, ...rest } = values as Record<string, unknown>;
          const patch = onlyChanges(doc, parse(brokerPatch, rest));
          if (!patch) return 'unchanged';
          await brokers.update(cmd, doc._id, patch, undefined);
          return 'changed';
        },
      });
    },
  };
}
