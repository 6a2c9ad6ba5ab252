import "server-only";
import { BackendError } from "@/lib/backend-error";
import { showVnpayQr, startVnpay, type VnpayChoice } from "./start-vnpay";

/**
 * Straight to paying after the order was placed. @returns the address to go to; null when the order page is the place:
 * it shows VNPay's QR where there is one, and offers to try again where VNPay could not be opened.
 */
export async function openVnpay(choice: VnpayChoice): Promise<string | null> {
  try {
    if (choice.bankCode === "VNPAYQR" && (await shownHere(choice))) return null;
    return await startVnpay(choice);
  } catch (error) {
    console.error("opening VNPay after placing an order failed", error);
    return null;
  }
}

async function shownHere(choice: VnpayChoice): Promise<boolean> {
  try {
    await showVnpayQr(choice);
    return true;
  } catch (error) {
    // A terminal without genqr, or one that gave none: VNPay's own page shows the code.
    if (error instanceof BackendError && error.status < 500) return false;
    throw error;
  }
}
