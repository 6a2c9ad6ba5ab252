import type { MedusaContainer } from "@medusajs/framework/types"
import { operatorErrors } from "./errors"
import { fetchOperators } from "./fetch-operators"
import { countsFrom, fourEyesHours } from "./rules/four-eyes"

/**
 * Four eyes: to be asked before `approver` approves what `maker` made. Both accounts must have been there long enough,
 * because somebody who invites a second account of their own can make with either and approve with the other. That they
 * are two ids is for the module to say, which holds it as a check constraint.
 *
 * @throws operator.account_too_new, operator.maker_too_new, operator.maker_unknown, all 403
 */
export async function requireTwoPeople(container: MedusaContainer, { maker, approver }: { maker: string; approver: string }, now = new Date()): Promise<void> {
  if (maker === approver) return
  const people = await fetchOperators(container, [maker, approver])
  const hours = fourEyesHours()
  const [made, approves] = [people.get(maker), people.get(approver)]
  if (approves && now < countsFrom(approves.openedAt, hours)) throw operatorErrors.accountTooNew(countsFrom(approves.openedAt, hours))
  if (!made) throw operatorErrors.makerUnknown()
  if (now < countsFrom(made.openedAt, hours)) throw operatorErrors.makerTooNew(countsFrom(made.openedAt, hours))
}
