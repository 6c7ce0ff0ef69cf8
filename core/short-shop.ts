// What a shop is called where its platform must be told too: sellers use one name on several platforms.

/** The shop's key, `platform/name`; a shop that was never named is called like its platform. */
export function shortShop(key: string): string {
  const cut = key.indexOf('/');
  const platform = key.slice(0, cut);
  return platform === key.slice(cut + 1) ? platform : key;
}
