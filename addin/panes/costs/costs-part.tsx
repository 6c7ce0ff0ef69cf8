// placeholder
export function CostsPart() {
  return null;
}
