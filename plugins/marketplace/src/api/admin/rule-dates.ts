import { todayInVietnam } from "@cho-phien/administrative-units"
import { ledgerErrors } from "../../modules/ledger/errors"

/** Rules begin and end today or later: the past has been charged. */
export function assertRuleDates({ valid_from, valid_to }: { valid_from?: string; valid_to?: string | null }): void {
  const today = todayInVietnam()
  if (valid_from && valid_from < today) throw ledgerErrors.inThePast("valid_from")
  if (valid_to && valid_to < today) throw ledgerErrors.inThePast("valid_to")
  if (valid_from && valid_to && valid_to < valid_from) throw ledgerErrors.endBeforeStart("valid_to")
}
