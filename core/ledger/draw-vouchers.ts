export function drawVouchers(_: unknown): never[] {
  return [];
}
