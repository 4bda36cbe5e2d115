export type Quantity = { name: string };
export function findQuantities(_text: string): Quantity[] {
  return [];
}
