/** VNPay's response codes (vnp_ResponseCode) that a buyer can act on; of any other only the general sentence is said. */
const reasons = {
  "09": "notOnline",
  "10": "wrongDetails",
  "11": "timeOver",
  "12": "cardLocked",
  "13": "wrongOtp",
  "51": "balance",
  "65": "dayLimit",
  "75": "bankDown",
  "79": "wrongPassword",
} as const;

export type VnpayReason = (typeof reasons)[keyof typeof reasons];

export function vnpayReason(responseCode: string): VnpayReason | null {
  return Object.hasOwn(reasons, responseCode) ? reasons[responseCode as keyof typeof reasons] : null;
}
