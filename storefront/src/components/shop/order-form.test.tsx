import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { OrderActState } from "@/lib/shop/actions/order-life";

const answered = vi.hoisted(() => ({ state: null as { problem: string } | null }));
vi.mock("react", async (load) => ({ ...(await load<typeof import("react")>()), useActionState: () => [answered.state, "/act"] }));

import { OrderForm } from "./order-form";

/** The form as it stands after this answer. */
function drawn(state: OrderActState, orderId?: string): string {
  answered.state = state;
  return renderToStaticMarkup(
    <OrderForm action={async () => null} orderGroupId="ogr_1" orderKey="key-1" orderId={orderId} failed="Chưa gửi được." data-testid="act-form">
      <button>Gửi</button>
    </OrderForm>,
  );
}

/** What a browser without scripts sends. */
const sends = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
const alert = (html: string) => /role="alert"[^]*?<p>([^<]*)<\/p>/.exec(html)?.[1];

test("it says whose the order is, proven by its key, and which of several only where it is about one", () => {
  expect(sends(drawn(null, "order_1"))).toEqual({ order_group_id: "ogr_1", access_token: "key-1", order_id: "order_1" });
  expect(sends(drawn(null))).toEqual({ order_group_id: "ogr_1", access_token: "key-1" });
  expect(drawn(null)).toMatch(/^<form[^>]*data-testid="act-form"[^]*<button>Gửi<\/button><\/form>$/);
});

test("a refusal is read out in the backend's words; without an answer that is said, and with nothing wrong, nothing", () => {
  expect(alert(drawn({ problem: "Đơn đã được gửi đi." }))).toBe("Đơn đã được gửi đi.");
  expect(alert(drawn({ problem: "" }))).toBe("Chưa gửi được.");
  expect(drawn(null)).not.toContain("alert");
});
