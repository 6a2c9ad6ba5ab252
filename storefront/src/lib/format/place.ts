const kinds = /^(Tỉnh|Thành phố|Xã|Phường|Đặc khu|Thị trấn) /;

type Place = { name: string; full_name: string };

/** A unit's full name inside a sentence: `tỉnh Thái Nguyên`, while `Hà Nội` keeps its capital. */
export function placeInside(fullName: string): string {
  return kinds.test(fullName) ? fullName.charAt(0).toLowerCase() + fullName.slice(1) : fullName;
}

/** `Xã Tân Cương, tỉnh Thái Nguyên`; in English the bare names. */
export function placeLine(commune: Place, province: Place, locale: string): string {
  return locale === "en" ? `${commune.name}, ${province.name}` : `${commune.full_name}, ${placeInside(province.full_name)}`;
}

/** A unit's name where it stands by itself, as in a heading: `Tỉnh Thái Nguyên`; in English the bare name. */
export function placeTitle(place: Place, locale: string): string {
  return locale === "en" ? place.name : place.full_name;
}

/** A unit's name as the reader's language writes it in a sentence. */
export function placeName(place: Place, locale: string): string {
  return locale === "en" ? place.name : placeInside(place.full_name);
}

/** The smallest place that is known, and its province; null where neither is. */
export function knownPlace(commune: Place | null, province: Place | null, locale: string): string | null {
  if (commune && province) return placeLine(commune, province, locale);
  const known = commune ?? province;
  return known && placeTitle(known, locale);
}
