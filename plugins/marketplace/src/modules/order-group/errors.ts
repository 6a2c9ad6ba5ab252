import { ApiError, type Sentence } from "@cho-phien/administrative-units"

type SellerName = { name: string }
type Unreached = { id: string; name: string; reason: "too_far" | "perishable_too_far" | "too_heavy" }

const CANNOT_SHIP: Record<Unreached["reason"], Record<"vi" | "en", (place: string) => string>> = {
  too_far: { vi: (place) => `chưa giao hàng đến ${place}`, en: (place) => `does not deliver to ${place} yet` },
  perishable_too_far: { vi: (place) => `có hàng tươi không gửi xa được đến ${place}`, en: (place) => `has fresh goods that would not keep on the way to ${place}` },
  too_heavy: { vi: () => "không gửi được kiện nặng như vậy", en: () => "cannot send a parcel that heavy" },
}

const conflict = (code: string, message: Sentence, details?: Record<string, unknown>) => new ApiError({ type: "conflict", code, message, details })

/** Every refusal of the checkout and of seller orders, with its words. */
export const checkoutErrors = {
  cartNotFound: () => new ApiError({ type: "not_found", code: "checkout.cart_not_found", message: { vi: "Không tìm thấy giỏ hàng này.", en: "This cart does not exist." } }),
  cartEmpty: () => conflict("checkout.cart_empty", { vi: "Giỏ hàng đang trống.", en: "The cart is empty." }),
  cartCompleted: () => conflict("checkout.cart_completed", { vi: "Giỏ hàng này đã được đặt mua rồi.", en: "This cart has already been ordered." }),
  inProgress: () => conflict("checkout.in_progress", { vi: "Đơn hàng đang được tạo, vui lòng thử lại sau giây lát.", en: "The order is being placed. Please try again in a moment." }, { retry_after_seconds: 2 }),
  outOfStock: (lines: { id: string; title: string; available_quantity: number }[]) =>
    conflict(
      "checkout.out_of_stock",
      {
        vi: `Không còn đủ hàng: ${lines.map((l) => `${l.title} (còn ${l.available_quantity})`).join(", ")}.`,
        en: `Not enough in stock: ${lines.map((l) => `${l.title} (${l.available_quantity} left)`).join(", ")}.`,
      },
      { lines },
    ),
  notForSale: (title: string) => conflict("checkout.not_for_sale", { vi: `“${title}” hiện không còn bán. Vui lòng bỏ khỏi giỏ hàng.`, en: `“${title}” is no longer for sale. Please remove it from the cart.` }),
  /** The cart has today's figures now; they come along, so that nobody has to ask for them. */
  changed: (what: "prices" | "shipping", preview: object) =>
    what === "prices"
      ? conflict(
          "checkout.price_changed",
          {
            vi: "Giá vừa thay đổi từ khi bạn bỏ hàng vào giỏ. Vui lòng xem lại tổng tiền rồi đặt mua.",
            en: "A price has changed since you filled the cart. Please look at the new total, then order.",
          },
          { preview },
        )
      : conflict(
          "checkout.shipping_changed",
          {
            vi: "Phí giao hàng vừa thay đổi. Vui lòng xem lại tổng tiền rồi đặt mua.",
            en: "The cost of delivery has changed. Please look at the new total, then order.",
          },
          { preview },
        ),
  notPayable: (title: string) => conflict("checkout.price_not_payable", { vi: `Giá của “${title}” chưa đúng nên chưa thể đặt mua.`, en: `The price of “${title}” is not right, so it cannot be ordered yet.` }),
  storeCredit: () => conflict("checkout.store_credit", { vi: "Chưa dùng được số dư tín dụng cho đơn có nhiều người bán.", en: "Store credit cannot be used here." }),
  noDelivery: () => conflict("checkout.no_delivery", { vi: "Vui lòng nhập địa chỉ nhận hàng trước.", en: "Please enter the delivery address first." }),
  noBuyer: () => conflict("checkout.no_buyer", { vi: "Vui lòng cho biết số điện thoại của người đặt hàng.", en: "Please say whose order this is: the phone number of who orders." }),
  sellersCannotShip: (sellers: Unreached[], place: string) =>
    conflict(
      "checkout.cannot_ship",
      {
        vi: `${sellers.map((seller) => `${seller.name} ${CANNOT_SHIP[seller.reason].vi(place)}`).join("; ")}. Vui lòng bỏ hàng của gian hàng đó hoặc đổi nơi nhận.`,
        en: `${sellers.map((seller) => `${seller.name} ${CANNOT_SHIP[seller.reason].en(place)}`).join("; ")}. Please take those goods out, or change where they go.`,
      },
      { sellers: sellers.map(({ id, name, reason }) => ({ id, name, reason })) },
    ),
  sellerCannotReceive: (seller: SellerName) =>
    conflict("checkout.seller_cannot_receive", { vi: `${seller.name} chưa khai báo tài khoản nhận tiền, nên chưa thể trả bằng VietQR.`, en: `${seller.name} has no bank account on file yet, so VietQR is not possible.` }),
  amountNotPayable: () => conflict("checkout.amount_not_payable", { vi: "Số tiền của đơn nằm ngoài mức có thể thanh toán trực tuyến.", en: "The amount of the order is outside of what can be paid online." }),
  tooManyWatchers: () =>
    new ApiError({
      type: "rate_limited",
      code: "checkout.too_many_watchers",
      message: { vi: "Trang đơn hàng này đang mở ở quá nhiều nơi. Trang vẫn tự hỏi lại sau mỗi vài giây.", en: "This order page is open in too many places. It still asks again every few seconds." },
    }),
  railNotOpen: () => conflict("checkout.rail_not_open", { vi: "Cách thanh toán này hiện chưa dùng được.", en: "This way of paying is not available at the moment." }),
  unknownCommune: (field: "province_code" | "commune_code") =>
    new ApiError({
      type: "invalid_data",
      code: "checkout.unknown_commune",
      message: { vi: "Địa chỉ chưa đúng. Vui lòng chọn lại tỉnh và xã.", en: "The address is not right. Please choose the province and the commune again." },
      fields: {
        [field]:
          field === "province_code"
            ? { vi: "Không có tỉnh, thành phố này.", en: "There is no such province or city." }
            : { vi: "Xã, phường này không thuộc tỉnh đã chọn.", en: "This commune is not in the chosen province." },
      },
    }),
  orderGroupNotFound: () => new ApiError({ type: "not_found", code: "order_group.not_found", message: { vi: "Không tìm thấy đơn hàng này.", en: "This order does not exist." } }),
  notVnpay: () => conflict("order_group.not_vnpay", { vi: "Đơn hàng này không trả qua VNPay, hoặc không còn chờ thanh toán.", en: "This order is not paid through VNPay, or no longer waits for payment." }),
  sellerOrderNotFound: () => new ApiError({ type: "not_found", code: "seller_order.not_found", message: { vi: "Gian hàng không có đơn này.", en: "The shop has no such order." } }),
  notPaid: () => conflict("seller_order.not_paid", { vi: "Đơn này chưa được thanh toán nên chưa thể gửi hàng.", en: "This order is not paid yet, so it cannot be shipped." }),
  orderClosed: () => conflict("seller_order.closed", { vi: "Đơn này đã huỷ hoặc hết hạn.", en: "This order is cancelled or expired." }),
  paymentInProgress: () => conflict("seller_order.payment_in_progress", { vi: "Đơn này đang được ghi nhận thanh toán. Vui lòng thử lại sau giây lát.", en: "A payment for this order is being recorded. Please try again in a moment." }),
  orderShipping: () => conflict("seller_order.shipping", { vi: "Người bán đã gửi hàng, nên không huỷ được nữa.", en: "The goods are on their way already, so this order cannot be cancelled any more." }),
  alreadyPaid: () => conflict("seller_order.already_paid", { vi: "Đơn này đã được thanh toán.", en: "This order is paid already." }),
  notCash: () => conflict("seller_order.not_cash", { vi: "Đơn này không trả tiền mặt khi nhận hàng.", en: "This order is not paid in cash on delivery." }),
  noCashDue: () => conflict("seller_order.no_cash_due", { vi: "Chỉ ghi được với đơn đang giao để thu tiền mặt mà người mua đã trả bằng chuyển khoản.", en: "This is for an order that was on its way to be paid in cash when a transfer paid it." }),
  cashNotReturned: () => conflict("seller_order.cash_not_returned", { vi: "Gian hàng chưa ghi là đã trả lại tiền mặt của đơn này.", en: "The shop has not said that cash of this order was given back." }),
  notShipped: () => conflict("seller_order.not_shipped", { vi: "Đơn này chưa được gửi đi.", en: "This order has not been shipped yet." }),
  cashAtDoor: () => conflict("seller_order.cash_at_door", { vi: "Đơn trả tiền mặt được ghi là đã nhận khi người giao thu tiền, bạn không cần bấm gì.", en: "An order paid in cash counts as received when the cash is taken; there is nothing to do for you." }),
  nothingLeft: () => conflict("seller_order.nothing_left", { vi: "Bỏ hết hàng tức là huỷ cả đơn. Hãy bấm “Huỷ cả đơn”.", en: "Taking everything out means cancelling the whole order. Please use “Cancel the whole order”." }),
  nothingDue: () => conflict("seller_order.nothing_due", { vi: "Phần còn lại của đơn không phải trả đồng nào, nên không thể thanh toán. Hãy bấm “Huỷ cả đơn”.", en: "What would be left of the order costs nothing, so it can't be paid. Please use “Cancel the whole order”." }),
  partlyPaid: () => conflict("seller_order.partly_paid", { vi: "Đã nhận được một phần tiền của đơn này. Hãy chờ tiền về đủ, hoặc huỷ đơn để được hoàn lại.", en: "A part of the money for this order has arrived. Please wait for the rest, or cancel the order to get it back." }),
  paymentChecking: () =>
    conflict("seller_order.payment_checking", {
      vi: "VNPay hoặc ngân hàng đang kiểm tra khoản tiền của đơn này. Tiền không mất, xin chờ kết quả và đừng trả lần thứ hai.",
      en: "VNPay or the bank is checking the payment for this order. No money is lost; please wait for the answer and do not pay a second time.",
    }),
  unknownLine: (field: string) =>
    new ApiError({
      type: "invalid_data",
      code: "seller_order.unknown_line",
      message: { vi: "Đơn này không có mặt hàng đó.", en: "The order has no such item." },
      fields: { [field]: { vi: "Đơn này không có mặt hàng đó.", en: "The order has no such item." } },
    }),
  nothingToPay: () => conflict("order_group.nothing_to_pay", { vi: "Không còn đơn nào chờ thanh toán.", en: "No order waits for payment any more." }),
  noTimeLeft: () =>
    conflict("order_group.no_time_left", {
      vi: "Hàng chỉ còn được giữ thêm ít phút, không đủ để đổi sang cách này. Hãy trả bằng cách đang chọn, hoặc đặt lại sau.",
      en: "The goods are held for only a few more minutes, too few to change to this. Please pay the way that is chosen, or order again later.",
    }),
  moneyCameFirst: () => conflict("order_group.money_came_first", { vi: "Tiền đã về trước, nên cách thanh toán được giữ nguyên.", en: "The money arrived first, so the way of paying stays." }),
  codRefused: (message: Sentence) => conflict("checkout.cod_refused", message),
  nothingToBuyAgain: () => conflict("order_group.nothing_to_buy_again", { vi: "Những mặt hàng này hiện đều đã hết hoặc không còn bán.", en: "None of these goods is on sale at the moment." }),
  routeClosed: () =>
    new ApiError({
      type: "not_allowed",
      status: 410,
      code: "checkout.route_closed",
      message: { vi: "Chợ đặt hàng qua POST /store/carts/:id/place.", en: "Orders are placed with POST /store/carts/:id/place." },
    }),
  byHandClosed: () =>
    new ApiError({
      type: "not_allowed",
      status: 410,
      code: "order.closed_to_hands",
      message: {
        vi: "Tiền của đơn do cổng thanh toán hoặc gian hàng xác nhận, hàng do gian hàng gửi đi ở trang bán hàng. Ở đây chỉ huỷ đơn, hoàn tiền và ghi đã giao.",
        en: "The gateway or the shop says that an order is paid, and the shop sends its goods on its own page. Here an order can be canceled, refunded and marked as delivered.",
      },
    }),
}

