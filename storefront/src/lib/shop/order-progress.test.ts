import { expect, test } from "vitest";
import type { RefundTransfer, GroupOrder, OrderGroup, OrderRefund, OrderState } from "@/lib/types";
import { asksForMoney, checkedOrders, groupProgress, lacksAccount, moneyBack, orderSignature, parcels } from "./order-progress";

function order(id: string, state: OrderState): GroupOrder {
  return {
    id,
    display_id: 1,
    seller: { id: "sel_1", handle: "htx", name: "HTX" },
    items: [],
    shipping_vnd: 0,
    total_vnd: 1000,
    canceled_vnd: 0,
    state,
    cancellation: null,
    shortfalls: [],
    refunds: [],
    can_cancel: false,
    can_receive: false,
    payment: { rail: "vietqr", state: state === "pending_payment" ? "pending" : "paid", amount_vnd: 1000, amount_received_vnd: 0, unclear_vnd: 0, unclear_pays: false, checking: null, cash_too: null, expires_at: null, confirmed_at: null, paid_at: null, vietqr: null },
    shipment: null,
  };
}

function group(...states: OrderState[]): OrderGroup {
  return {
    id: "og_1",
    created_at: "2026-11-22T00:00:00Z",
    total_vnd: 0,
    paid_vnd: 0,
    address: null, buyer_receives: true,
    vnpay: null,
    orders: states.map((state, index) => order(`o${index}`, state)),
  };
}

test("the page is paid only when nothing is left to pay", () => {
  expect(groupProgress(group("paid", "pending_payment"))).toBe("waiting");
  expect(groupProgress(group("paid", "shipped"))).toBe("paid");
  expect(groupProgress(group("paid", "expired"))).toBe("paid");
  expect(groupProgress(group("expired", "canceled"))).toBe("over");
});

test("the signature changes with the state, the money received and the shipment", () => {
  const before = group("pending_payment");
  const [first] = before.orders as [GroupOrder];
  const variants = [
    { ...first, state: "paid" as const },
    { ...first, payment: { ...first.payment, amount_received_vnd: 500 } },
    { ...first, shipment: { shipped_at: "2026-11-22T00:00:00Z", delivered_at: null, received_at: null, carrier: null, tracking_number: null } },
    { ...first, shipment: { shipped_at: "2026-11-22T00:00:00Z", delivered_at: null, received_at: "2026-11-24T00:00:00Z", carrier: null, tracking_number: null } },
  ];
  const signatures = [before, ...variants.map((changed) => ({ ...before, orders: [changed] }))].map(orderSignature);
  expect(new Set(signatures).size).toBe(5);
  expect(orderSignature(group("pending_payment"))).toBe(orderSignature(before));
});

test("cash at the door is neither waiting for money now nor paid", () => {
  const cash = (state: OrderState): GroupOrder => {
    const base = order("c", state);
    return { ...base, payment: { ...base.payment, rail: "cod", state: "pending" } };
  };
  const both = (state: OrderState, other: OrderState) => ({ ...group(other), orders: [cash(state), order("o", other)] });
  expect(groupProgress(both("to_confirm", "expired"))).toBe("cash");
  expect(groupProgress(both("shipped", "paid"))).toBe("cash");
  expect(groupProgress(both("to_ship", "pending_payment"))).toBe("waiting");
});

test("a refund that moves on is news for the page", () => {
  const before = group("canceled");
  const refund = { id: "re_1", amount_vnd: 1000, at: "2026-11-22T00:00:00Z", surplus: false, transfer: null };
  const signature = (state: "by_hand" | "returned") => orderSignature({ ...before, orders: before.orders.map((o) => ({ ...o, refunds: [{ ...refund, state }] })) });
  const asked = { state: "waiting", sender: "shop", account: null, account_by: null, asked_at: null, due_on: null, overdue: false, sent_at: null, bank_reference: null, problem_at: null } as const;
  const moving = (transfer: Partial<RefundTransfer>) => orderSignature({ ...before, orders: before.orders.map((o) => ({ ...o, refunds: [{ ...refund, state: "by_hand", transfer: { ...asked, ...transfer } }] })) });
  const steps = [moving({}), moving({ account: { bank_name: "MB", ending: "1234", holder: null } }), moving({ state: "sent", sent_at: "2026-11-22T00:00:00Z" }), moving({ problem_at: "2026-11-22T00:00:00Z" }), moving({ sender: "house" })];
  expect(new Set([orderSignature(before), signature("by_hand"), signature("returned"), ...steps]).size).toBe(8);
});

test("the slowest parcel decides, and what was called off has none", () => {
  const all = (...states: OrderState[]) => parcels(group(...states).orders);
  expect(all("paid", "shipped")).toBe("waiting");
  expect(all("delivered", "shipped")).toBe("shipped");
  expect(all("shipped", "canceled", "expired")).toBe("shipped");
  expect(all("delivered", "canceled")).toBe("delivered");
  expect(all("canceled")).toBe("waiting");
});

test("money is back only when every part of it is", () => {
  const back = (...states: OrderRefund["state"][]) => moneyBack({ refunds: states.map((state, index) => ({ id: `r${index}`, amount_vnd: 500, state, at: "2026-11-22T00:00:00Z", surplus: false, transfer: null })) });
  expect(back()).toBe("none");
  expect(back("returned", "returned")).toBe("done");
  for (const state of ["on_its_way", "by_hand", "failed"] as const) expect(back("returned", state)).toBe("underWay");
});

test("a QR of VNPay's that appears or runs out is news for the page", () => {
  const before = group("pending_payment");
  const shown = (qr: { payload: string; expires_at: string } | null) => orderSignature({ ...before, vnpay: { state: "open", attempt: "begun", failure: null, offers_qr: true, qr } });
  expect(shown(null)).not.toBe(shown({ payload: "000201", expires_at: "2026-11-22T00:15:00Z" }));
});

test("what VNPay is checking asks for nothing, and is news for the page", () => {
  const viaVnpay = (state: OrderState): GroupOrder => ({ ...order("v", state), payment: { ...order("v", state).payment, rail: "vnpay" } });
  const stands = (state: "open" | "checking", ...orders: GroupOrder[]): OrderGroup => ({ ...group(), orders, vnpay: { state, attempt: "begun", failure: null, offers_qr: false, qr: null } });
  const [open, checking] = [stands("open", viaVnpay("pending_payment")), stands("checking", viaVnpay("pending_payment"))];
  expect([asksForMoney(open), asksForMoney(checking)]).toEqual([true, false]);
  expect([checkedOrders(open).length, checkedOrders(checking).length]).toEqual([0, 1]);
  expect(orderSignature(open)).not.toBe(orderSignature(checking));
  // What is due another way, or closed, is not what VNPay has.
  const mixed = stands("checking", viaVnpay("pending_payment"), viaVnpay("canceled"), order("q", "pending_payment"));
  expect(checkedOrders(mixed)).toEqual([mixed.orders[0]]);
  expect(asksForMoney(mixed)).toBe(true);
});

test("money waits for the buyer's word only while no account is named, in whatever order of the checkout", () => {
  const asked: RefundTransfer = { state: "waiting", sender: "shop", account: null, account_by: null, asked_at: null, due_on: null, overdue: false, sent_at: null, bank_reference: null, problem_at: null };
  const lacking = (...transfers: (RefundTransfer | null)[]) => {
    const base = group("canceled", "paid");
    const refunds = transfers.map((transfer, index): OrderRefund => ({ id: `r${index}`, amount_vnd: 500, state: "by_hand", at: "2026-11-22T00:00:00Z", surplus: false, transfer }));
    return lacksAccount({ ...base, orders: base.orders.map((one, index) => ({ ...one, refunds: index === 1 ? refunds : [] })) }).map(({ id }) => id);
  };
  expect(lacking(null, { ...asked, account: { bank_name: "MB", ending: "1234", holder: null } }, { ...asked, state: "canceled" })).toEqual([]);
  expect(lacking(asked, { ...asked, state: "sent" }, asked)).toEqual(["r0", "r2"]);
});
