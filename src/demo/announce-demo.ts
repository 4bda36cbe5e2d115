import type { Seeding } from './seed-demo.ts';

/** What stands below `ready` on the terminal: where to go, and whom to be. */
export function demoLines(address: string, seeding: Seeding, given: string | undefined): string[] {
  if (seeding.outcome === 'left_alone') return [];
  const password = passwordWords(seeding, given);
  return [
    '',
    `  Daqiao 搭桥   ${address}`,
    '',
    '  The demo district: every person, organization and figure in it is invented.',
    '  科技局 bureau@demo.test    管理员 admin@demo.test',
    '  经纪人 broker1@demo.test … broker20    企业 enterprise1@demo.test … enterprise40',
    '  院所   institute1@demo.test … institute15',
    `  Password: ${password}`,
    '',
  ];
}

function passwordWords(seeding: Seeding, given: string | undefined): string {
  if (seeding.outcome !== 'seeded') {
    return given === undefined
      ? 'the one shown when the store was filled'
      : 'as DEMO_PASSWORD said when the store was filled';
  }
  if (!seeding.madeUp) return 'the one in DEMO_PASSWORD';
  return `${seeding.password}   (made up just now, not shown again; DEMO_PASSWORD sets one)`;
}
