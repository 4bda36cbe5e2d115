import type { Client } from './client.ts';
import type { ContractPlace } from './contracts.ts';
import { enterOrganization } from './rows.ts';

/** One reader of each kind around a place, and strangers to it. */
export async function actionReaders(place: ContractPlace): Promise<Record<string, Client>> {
  const { bureau, service } = place;
  const district = '330206';
  const otherFirm = await enterOrganization(bureau, { kind: 'enterprise', district });
  return {
    enterprise: place.enterprise,
    broker: place.broker,
    bureau,
    institute: place.institute,
    otherBroker: place.otherBroker,
    otherEnterprise: service.as({ roles: ['enterprise'], organizationId: otherFirm }),
    farInstitute: place.farInstitute,
    farBureau: place.farBureau,
    officer: service.as({ roles: ['bureau', 'broker'] }),
    admin: service.as({ roles: ['admin'] }),
  };
}
