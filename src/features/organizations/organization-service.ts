import type { Actor, Command } from '../../access/actor.ts';
import { forbidden, invalid, invalidField } from '../../errors.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import { checkCreditCode, creditCodeMessage } from './credit-code.ts';
import { canOrganization, gradedByBureau, type Organization } from './organization.ts';
import type { OrganizationInput } from './organization-schema.ts';
import type { OrganizationStore } from './organization-store.ts';

export type OrganizationService = ReturnType<typeof createOrganizationService>;

export function createOrganizationService({ organizations }: { organizations: OrganizationStore }) {
  return {
    get: (actor: Actor, id: string) => organizations.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) =>
      organizations.list(actor, filter, page),

    async create(cmd: Command, input: OrganizationInput): Promise<Organization> {
      if (!canOrganization(cmd.actor, 'create', input)) throw forbidden();
      return organizations.insert(cmd, input, { action: 'created' });
    },

    async update(
      cmd: Command,
      id: string,
      patch: Partial<OrganizationInput>,
      ifMatch: number | undefined,
    ): Promise<Organization> {
      return organizations.change(cmd, cmd.actor, id, { action: 'updated', ifMatch }, (doc) => {
        if (!canOrganization(cmd.actor, 'update', doc)) throw forbidden();
        const member = !canOrganization(cmd.actor, 'create', doc);
        const graded = gradedByBureau.filter((key) => key in patch && patch[key] !== doc[key]);
        if (member && graded.length > 0) throw invalid(graded.map(bureauOnly));
        if (!member && !canOrganization(cmd.actor, 'create', { ...doc, ...patch })) {
          throw invalidField('district', 'not_yours', 'Only an administrator moves a firm away.');
        }
        refuseUncheckedCode({ ...doc, ...patch });
        return patch;
      });
    },
  };
}

const bureauOnly = (path: string) => ({
  path,
  code: 'bureau_only',
  message: 'Only the bureau changes this field.',
});

/** A number that came as a person's document is no credit code by being called one. */
function refuseUncheckedCode({ creditCode, idKind = 'credit_code' }: Partial<Organization>): void {
  if (creditCode === undefined || idKind !== 'credit_code') return;
  const result = checkCreditCode(creditCode);
  if (result.ok) return;
  throw invalidField('creditCode', 'invalid_credit_code', creditCodeMessage(result.fault));
}
