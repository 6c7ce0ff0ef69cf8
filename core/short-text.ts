// Texts from files that are longer than anybody reads: cut with an ellipsis, never in the middle of a character.

/** What one field may hold on the wire. Words of a file that are longer are for people, who see that they go on. */
export const FIELD_LENGTH_MAX = 500;

/** The text, or as much of its beginning as leaves room for `…` within so many UTF-16 units. */
export function shortText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
