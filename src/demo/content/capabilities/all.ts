import type { CapabilityRow } from '../capability-row.ts';
import { advancedManufacturing } from './advanced-manufacturing.ts';
import { electronics } from './electronics.ts';
import { energyAndEnvironment } from './energy-environment.ts';
import { lifeAndOthers } from './life-and-others.ts';
import { newMaterials } from './new-materials.ts';
import { transportAndUrban } from './transport-urban.ts';

export const capabilities: readonly CapabilityRow[] = [
  ...advancedManufacturing,
  ...newMaterials,
  ...electronics,
  ...energyAndEnvironment,
  ...transportAndUrban,
  ...lifeAndOthers,
];
