import { placeInside } from "@/lib/format/place";
import type { Destination } from "@/lib/types";

/** `phường Ba Đình, thành phố Hà Nội`, inside a sentence. */
export function destinationLine({ commune_name, province_name }: Destination): string {
  return `${placeInside(commune_name)}, ${placeInside(province_name)}`;
}
