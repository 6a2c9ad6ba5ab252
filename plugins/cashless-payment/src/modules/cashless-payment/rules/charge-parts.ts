/** What a charge for another's account is made of. `feeVnd` and `transferVnd` are what the caller named, null: nothing. */
export type DestinationTerms = { amountVnd: number; transferVnd: number | null; feeVnd: number | null }

/**
 * What of the charge's transfer and of its fee a refund takes back, in whole đồng. Null: its caller did not ask for that,
 * so the account keeps what it got, and the platform its fee.
 */
export type ChargeParts = { transfer_reversed_vnd: number | null; fee_refunded_vnd: number | null }

export type RefundOfCharge = { amountVnd: number; parts: ChargeParts }
export type AskedRefund = { amountVnd: number; reverseTransfer: boolean; refundFee: boolean }

/** What the account is given of a charge: all of it, and the fee is taken from there; or what `transfer_data[amount]` says. */
export function transferOf({ amountVnd, transferVnd }: DestinationTerms): number {
  return transferVnd ?? amountVnd
}

/**
 * Stripe takes transfer and fee back "in an amount proportional to the amount of the charge refunded" and leaves rounding
 * open (docs.stripe.com/api/refunds/create). Here a refund is shared out over what the refunds before it left, by the largest
 * remainder: each part is within one đồng, and refunds of the whole charge in any number of parts take back exactly the
 * whole transfer and the whole fee. `earlier` are those that hold money, not what failed or was canceled.
 */
export function chargeParts(charge: DestinationTerms, earlier: RefundOfCharge[], asked: AskedRefund): ChargeParts {
  const share = (wholeVnd: number, part: keyof ChargeParts) => {
    const sharing = earlier.filter(({ parts }) => parts[part] !== null)
    const takenVnd = sharing.reduce((sum, { parts }) => sum + (parts[part] ?? 0), 0)
    const refundedVnd = sharing.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
    return proportion(asked.amountVnd, wholeVnd - takenVnd, charge.amountVnd - refundedVnd)
  }
  return {
    transfer_reversed_vnd: asked.reverseTransfer ? share(transferOf(charge), "transfer_reversed_vnd") : null,
    fee_refunded_vnd: asked.refundFee ? share(charge.feeVnd ?? 0, "fee_refunded_vnd") : null,
  }
}

/** `partVnd` of `wholeVnd`, of an amount: between two parts, the larger remainder gets the odd đồng; equal ones: this part. */
function proportion(amountVnd: number, partVnd: number, wholeVnd: number): number {
  // The last of it takes what rounding left. More was asked for only before surplus was told apart from the charge.
  if (amountVnd >= wholeVnd) return partVnd
  return Number((2n * BigInt(amountVnd) * BigInt(partVnd) + BigInt(wholeVnd)) / (2n * BigInt(wholeVnd)))
}
