import { createHmac } from "node:crypto";

/** VNPay 2.1.0: sorted, form-encoded, HMAC-SHA512. */
export function signedQuery(params, secret) {
  const signed = new URLSearchParams(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `${signed}&vnp_SecureHash=${createHmac("sha512", secret).update(signed).digest("hex")}`;
}

/** The IPN of an attempt. `outcome`: "paid" or "canceled"; `amountVnd` can be other than the attempt's. */
export function ipnQuery({ txnRef, amountVnd }, { tmnCode, secret, transactionNo, outcome = "paid" }) {
  const paid = outcome === "paid";
  return signedQuery({
    vnp_TmnCode: tmnCode, vnp_Amount: String(amountVnd * 100), vnp_BankCode: paid ? "NCB" : "VNPAY", vnp_CardType: paid ? "ATM" : "QRCODE",
    vnp_OrderInfo: "Don thu", vnp_PayDate: "20261122120000", vnp_ResponseCode: paid ? "00" : "24", vnp_TransactionNo: paid ? String(transactionNo) : "0",
    vnp_TransactionStatus: paid ? "00" : "02", vnp_TxnRef: txnRef,
  }, secret);
}

/**
 * What a gateway sends on a bad day, in a fixed mixture per 20 calls: 14 payments, 1 canceled, 2 payments told again,
 * 1 wrong amount, 1 wrong signature, 1 unknown reference. Each comes with the RspCode it has to be answered with, and
 * `statuses` where HTTP 200 is not the only right one: forgers beyond 60 a minute hear 429 with the same code.
 */
export function notices(attempts, total, terminal) {
  // On a used house the unknown references of the run before are known.
  const run = Date.now().toString(36);
  const fresh = [...attempts];
  const told = [];
  return Array.from({ length: total }, (_, index) => {
    const turn = index % 20;
    const transactionNo = 10_000_000 + index;
    if (turn === 3) return { kind: "canceled", wanted: "00", query: ipnQuery(fresh.pop(), { ...terminal, outcome: "canceled" }) };
    if ((turn === 8 || turn === 15) && told.length > 0) return { kind: "told again", wanted: "02", query: told.shift() };
    if (turn === 11) return { kind: "wrong amount", wanted: "04", query: ipnQuery({ ...fresh.pop(), amountVnd: 1 }, { ...terminal, transactionNo }) };
    if (turn === 13) return { kind: "wrong signature", wanted: "97", statuses: [200, 429], query: ipnQuery({ txnRef: `CP${run}${index}`, amountVnd: 1 }, { ...terminal, secret: "another-secret", transactionNo }) };
    if (turn === 18) return { kind: "unknown reference", wanted: "01", query: ipnQuery({ txnRef: `NO${run}${index}`, amountVnd: 1 }, { ...terminal, transactionNo }) };
    const query = ipnQuery(fresh.pop(), { ...terminal, transactionNo });
    told.push(query);
    return { kind: "paid", wanted: "00", query };
  });
}
