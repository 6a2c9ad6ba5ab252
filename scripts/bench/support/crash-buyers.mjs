import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { benchSecrets } from "./backend.mjs";
import { fairJourney } from "./buyers.mjs";
import { httpClient } from "./http-client.mjs";
import { ipnQuery } from "./vnpay-notices.mjs";

/** What the simulated gateway says of a payment that has its result. */
const DECIDED_BEFORE = "Giao dịch đã tồn tại";

const terminal = { tmnCode: benchSecrets.VNPAY_TMN_CODE, secret: benchSecrets.VNPAY_HASH_SECRET };

/**
 * Buyers, their banks and the gateway, all outside the house that keeps dying. A buyer whose request was cut off asks
 * again, as the storefront does; a bank and VNPay tell their notice until they are answered. Every buyer keeps a
 * receipt of what it was promised and what it paid: `receipts` is what the books are held to.
 */
export class CrashBuyers {
  receipts = [];
  faults = new Map();
  /** Requests that a dying server cut off, or that came before it was back. */
  cutOff = 0;
  /** Requests that were answered. */
  answered = 0;
  #stopped = false;
  #number = 0;

  constructor({ fair, goods }) {
    Object.assign(this, { fair, goods });
    this.client = httpClient(fair.backend.url, { headers: { "x-publishable-api-key": fair.key } });
  }

  /** Until so many more requests were answered: a life counted in work, however slow the machine is. */
  async work(requests) {
    const until = this.answered + requests;
    while (this.answered < until) await sleep(5);
  }

  async open(count) {
    this.journeys = { vietqr: await fairJourney({ ...this.fair, goods: this.goods }), vnpay: await fairJourney({ ...this.fair, goods: this.goods }, { rail: "vnpay" }) };
    this.buyers = Array.from({ length: count }, () => this.#buyLoop());
  }

  /** Lets everybody finish what they began. */
  async close() {
    this.#stopped = true;
    await Promise.all(this.buyers);
  }

  async #buyLoop() {
    while (!this.#stopped) {
      const number = (this.#number += 1);
      const rail = number % 3 === 0 ? "vnpay" : "vietqr";
      try {
        const group = await this.#place(rail);
        const receipt = { rail, ...group, paid: [] };
        this.receipts.push(receipt);
        // Every fifth buyer changes their mind.
        if (number % 5 !== 0) await (rail === "vietqr" ? this.#payByBank(receipt) : this.#payByVnpay(receipt, number % 2 === 0 ? "lost" : "told"));
      } catch (error) {
        if (error.status === undefined) this.cutOff += 1;
        else if (error.body?.code !== "checkout.in_progress") this.faults.set(error.message, (this.faults.get(error.message) ?? 0) + 1);
        await sleep(200);
      }
    }
  }

  /** A journey that is cut off before `place` is begun anew; `place` itself is repeated, and must give the same group. */
  async #place(rail) {
    return this.journeys[rail](async (name, work) => {
      const answer = await (name === "place" ? this.#untilAnswered(work) : work());
      this.answered += 1;
      return answer;
    });
  }

  async #payByBank(receipt) {
    const { order_group } = await this.#untilAnswered(() => this.client.get(`/store/order-groups/${receipt.id}?access_token=${receipt.access_token}`));
    for (const order of order_group.orders) {
      const reference = `FT${randomUUID().replaceAll("-", "").slice(0, 18)}`;
      // One transfer has one id with its aggregator, however often that is told.
      const transfer = { payload: order.payment.vietqr.payload, reference_code: reference, notice_id: randomInt(2 ** 47) };
      const told = await this.#untilAnswered(() => this.#tellBank(transfer));
      receipt.paid.push({ orderId: order.id, amountVnd: order.total_vnd, reference, told });
    }
  }

  /** The sandbox bank notifies us over HTTP: it has told its notice only when we answered it. */
  async #tellBank(transfer) {
    const { transfer: done } = await this.client.post("/sandbox/bank/transfers", transfer);
    const [delivery] = done.deliveries;
    if (delivery?.status !== 200) throw new Error(`the notice was answered ${delivery?.status}`);
    return delivery.body;
  }

  /** Of half of the payments VNPay never tells: the house has to ask. */
  async #payByVnpay(receipt, notice) {
    const { redirect_url: url } = await this.#untilAnswered(() => this.client.post(`/store/order-groups/${receipt.id}/vnpay`, { access_token: receipt.access_token }));
    const query = new URL(url).searchParams;
    const attempt = { txnRef: query.get("vnp_TxnRef"), amountVnd: Number(query.get("vnp_Amount")) / 100, notice };
    // Made once: told again after a crash it is the same payment, and not a second one.
    const ipn = ipnQuery(attempt, { ...terminal, transactionNo: randomInt(10_000_000, 100_000_000) });
    await this.#untilAnswered(() => (notice === "lost" ? this.#payUntold(url) : this.#tellVnpay(ipn)));
    receipt.paid.push(attempt);
  }

  async #tellVnpay(ipn) {
    const { RspCode } = await this.client.get(`/hooks/vnpay/ipn?${ipn}`);
    if (RspCode !== "00" && RspCode !== "02") throw new Error(`VNPay was answered ${RspCode}`);
  }

  /** Paid at the simulated gateway, which keeps it to itself; asked again it says that this was decided before. */
  async #payUntold(url) {
    const body = new URLSearchParams({ query: new URL(url).search.slice(1), outcome: "success", ipn: "never" });
    const answer = await fetch(`${this.fair.backend.url}/sandbox/vnpay/paymentv2/vpcpay.html`, { method: "POST", redirect: "manual", body, signal: AbortSignal.timeout(15_000) });
    const text = await answer.text();
    if (answer.status !== 303 && !text.includes(DECIDED_BEFORE)) throw Object.assign(new Error(`the gateway answered ${answer.status}`), { status: answer.status });
  }

  /** Repeats what a crash cut off. A refusal in words is an answer, unless it says "in a moment". */
  async #untilAnswered(work) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await work();
        this.answered += 1;
        return answer;
      } catch (error) {
        if (error.status !== undefined && error.status < 500) throw error;
        if (error.status !== undefined) this.faults.set(error.message, (this.faults.get(error.message) ?? 0) + 1);
        else this.cutOff += 1;
        if (attempt === 600) throw error;
        await sleep(100);
      }
    }
  }
}
