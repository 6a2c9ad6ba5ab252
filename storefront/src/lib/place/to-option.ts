import type { Unit } from "@/lib/types";
import type { PlaceOption } from "./types";

export function toOption({ code, full_name, former_names }: Unit): PlaceOption {
  return { code, label: full_name, ...(former_names?.length ? { formerNames: former_names } : {}) };
}
