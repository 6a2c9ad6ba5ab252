// The public face of @cho-phien/marketplace: what other packages may import. One line per export.
export { SELLER_MODULE } from "./modules/seller"
export type { default as SellerModuleService } from "./modules/seller/service"
