import { ApiError } from "@cho-phien/administrative-units"

/** Every refusal of a buyer's account, with its words. */
export const buyerErrors = {
  loginNeeded: () => new ApiError({ type: "unauthorized", code: "buyer.login_needed", message: { vi: "Cần đăng nhập bằng số điện thoại trước.", en: "Please log in with your phone number first." } }),
  routeClosed: () =>
    new ApiError({
      type: "not_allowed",
      status: 410,
      code: "buyer.route_closed",
      message: { vi: "Người mua đăng nhập bằng số điện thoại, qua /buyer/auth; tài khoản, địa chỉ và giỏ hàng ở dưới /buyer.", en: "Buyers log in by phone, with /buyer/auth; account, addresses and carts are under /buyer." },
    }),
  addressNotFound: () => new ApiError({ type: "not_found", code: "buyer.address_not_found", message: { vi: "Không tìm thấy địa chỉ này.", en: "There is no such address." } }),
  tooManyAddresses: (most: number) =>
    new ApiError({ type: "conflict", code: "buyer.too_many_addresses", message: { vi: `Đã lưu đủ ${most} địa chỉ. Xin bỏ bớt một địa chỉ rồi lưu.`, en: `${most} addresses are saved already. Please remove one first.` } }),
  orderOfAnother: () => new ApiError({ type: "conflict", code: "buyer.order_of_another", message: { vi: "Đơn này đã thuộc về một tài khoản khác.", en: "This order belongs to another account already." } }),
  cartOfAnother: () => new ApiError({ type: "conflict", code: "buyer.cart_of_another", message: { vi: "Giỏ hàng này thuộc về một tài khoản khác.", en: "This cart belongs to another account." } }),
}
