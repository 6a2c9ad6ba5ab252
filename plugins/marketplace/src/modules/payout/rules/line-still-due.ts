import type { DroppedLine } from "../change-batch"

/**
 * Whether a booked line may still be sent, by what the books owe its seller besides it. Less than nothing: the seller got
 * more than is owed since. Less than what is held: part of the line is of goods that have not arrived.
 */
export function lineStillDue(left: { payableVnd: number; heldVnd: number } | undefined): "due" | DroppedLine {
  const { payableVnd, heldVnd } = left ?? { payableVnd: 0, heldVnd: 0 }
  if (payableVnd < 0) return "balance_changed"
  return payableVnd < heldVnd ? "held" : "due"
}
