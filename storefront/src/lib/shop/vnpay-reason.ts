/** Why a payment failed (cashless-payment names VNPay's response codes), where a buyer can act on it; of any other only the general sentence is said. */
const reasons = {
  internet_banking_not_registered: "notOnline",
  authentication_failed: "wrongDetails",
  payment_window_expired: "timeOver",
  card_locked: "cardLocked",
  wrong_otp: "wrongOtp",
  insufficient_funds: "balance",
  daily_limit_exceeded: "dayLimit",
  bank_in_maintenance: "bankDown",
  wrong_password_too_often: "wrongPassword",
} as const;

export type VnpayReason = (typeof reasons)[keyof typeof reasons];

export function vnpayReason(failure: string): VnpayReason | null {
  return Object.hasOwn(reasons, failure) ? reasons[failure as keyof typeof reasons] : null;
}
