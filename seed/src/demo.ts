import { foldVietnamese } from "@cho-phien/administrative-units"
import { GI_MODULE, type GeographicalIndicationsModuleService } from "@cho-phien/geographical-indications"
import {
  approveListingWorkflow,
  fetchListings,
  openShopWorkflow,
  proposeListingWorkflow,
  SELLER_MODULE,
  type SellerKind,
  type SellerModuleService,
} from "@cho-phien/marketplace"
import { ingestPhotographWorkflow } from "@cho-phien/media"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Account } from "./accounts"
import { between, fraction } from "./deterministic"
import { seedCertificates } from "./illustrative-certificates"
import { composePicture } from "./pictures"
import { illustrativeOffer } from "./prices"

/** Sets that are not sold here yet: fresh meat (cold chain), spirits and wine (licence and age), tourism (no goods). */
const NOT_SOLD = new Set([2, 14, 15, 26])
/** Tea of the tea plant. */
const TEA_SET = 11
/** Recognised, not listed: the first thing a visitor can try is to list it and watch the rate rise. */
const LEFT_TO_LIST = "Chè Đinh Tân Cương"
/** Share of the other products that are left unlisted, so that the rate has something to say. */
const UNLISTED_SHARE = 0.2
/** An account range that no bank of Viet Nam issues; the sandbox bank answers for it. */
const SANDBOX_BANK = { bin: "970499", bank_name: "Ngân hàng thử nghiệm" }

interface RegisterProduct {
  id: string
  name: string
  producer_name: string | null
  producer_kind: SellerKind | null
  commune_code: string | null
  province_code: string
  product_set_no: number
  products?: ({ id: string } | null)[]
}

/** Shops and listings made up around the real producers of the register. Everything it writes is `illustrative`. */
export async function seedDemo(container: MedusaContainer): Promise<Account[]> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "ocop_product",
    fields: ["id", "name", "producer_name", "producer_kind", "commune_code", "province_code", "product_set_no", "products.id"],
  })
  const sold = (data as RegisterProduct[])
    .filter((product) => product.producer_name && product.commune_code && !NOT_SOLD.has(product.product_set_no))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

  const shops = groupByShop(sold)
  logger.info(`Seeding ${shops.length} shops …`)
  const accounts: Account[] = []
  let listed = 0
  for (const [index, products] of shops.entries()) {
    const phone = `+849000000${String(index + 1).padStart(2, "0")}`
    const sellerId = await openShop(container, products, phone)
    for (const product of products) {
      // Listed by an earlier seeding that broke off.
      if (product.products?.some((known) => known)) continue
      if (product.name === LEFT_TO_LIST || fraction(`${product.name}/listed`) < UNLISTED_SHARE) continue
      await list(container, sellerId, product)
      listed += 1
    }
    if (products.some((product) => product.name === LEFT_TO_LIST)) accounts.push(sellerAccount(products, phone))
  }
  logger.info(`Seeded ${listed} listings with their pictures.`)
  const tea = (await fetchListings(container, { productIds: await underRights(container) })).find(({ gi }) => gi !== null)
  if (tea) await seedCertificates(container, tea)
  return accounts
}

/** The goods on sale under an indication or a mark, always in the same order. */
async function underRights(container: MedusaContainer): Promise<string[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "right_of_use", fields: ["id", "products.id"] })
  const rights = data as unknown as { id: string; products?: ({ id: string } | null)[] }[]
  return rights.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((right) => (right.products ?? []).flatMap((product) => product?.id ?? []))
}

/** One shop per producer and commune, the shop that still has something to list first. */
function groupByShop(products: RegisterProduct[]): RegisterProduct[][] {
  const shops = new Map<string, RegisterProduct[]>()
  for (const product of products) {
    const key = `${product.producer_name}/${product.commune_code}`
    shops.set(key, [...(shops.get(key) ?? []), product])
  }
  const first = (shop: RegisterProduct[]) => (shop.some((product) => product.name === LEFT_TO_LIST) ? 0 : 1)
  return [...shops.values()].sort((a, b) => first(a) - first(b))
}

async function openShop(container: MedusaContainer, products: RegisterProduct[], phone: string): Promise<string> {
  const [product] = products
  if (!product?.producer_name || !product.commune_code) throw new Error("A shop needs a producer and a commune.")
  const [known] = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ phone })
  if (known) return known.id
  const { result } = await openShopWorkflow(container).run({
    input: {
      name: product.producer_name,
      kind: product.producer_kind ?? "individual",
      commune_code: product.commune_code,
      province_code: product.province_code,
      phone,
      member_name: "Chủ gian hàng minh hoạ",
      bank: {
        ...SANDBOX_BANK,
        account_number: `9990${phone.slice(-8)}`,
        account_name: foldVietnamese(product.producer_name).toUpperCase().slice(0, 40),
      },
      shipping_price_vnd: between(`${product.producer_name}/shipping`, 20_000, 40_000, 5_000),
      illustrative: true,
    },
  })
  return result.id
}

async function list(container: MedusaContainer, sellerId: string, product: RegisterProduct): Promise<void> {
  const picture = await composePicture(foldVietnamese(product.name))
  const { result: media } = await ingestPhotographWorkflow(container).run({
    input: { bytes: picture.toString("base64"), owner_id: sellerId, alt: product.name, illustrative: true },
  })
  const offer = illustrativeOffer(product.name, product.product_set_no)
  const { result: listing } = await proposeListingWorkflow(container).run({
    input: {
      seller_id: sellerId,
      title: product.name,
      unit: offer.unit,
      net_weight_grams: offer.netWeightGrams,
      net_volume_ml: offer.netVolumeMl,
      price_vnd: offer.priceVnd,
      stock_quantity: offer.stockQuantity,
      media_ids: [media.id],
      description: `${product.name} của ${product.producer_name}. Giá, số lượng và hình vẽ trên trang này được soạn để minh hoạ, không phải lời chào bán.`,
      illustrative: true,
    },
  })
  await approveListingWorkflow(container).run({
    input: { product_id: listing.id, ocop_product_id: product.id, right_of_use_id: await rightOfUse(container, product), actor_id: "seed" },
  })
}

/** Tea of a producer who may use a geographical indication is sold under it. */
async function rightOfUse(container: MedusaContainer, product: RegisterProduct): Promise<string | null> {
  if (product.product_set_no !== TEA_SET || !product.producer_name) return null
  const gi = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
  const [right] = await gi.proposeRightsOfUse({ producer_name: product.producer_name })
  return right?.id ?? null
}

function sellerAccount(products: RegisterProduct[], phone: string): Account {
  const login = phone.replace("+84", "0")
  return {
    role: "seller",
    login,
    how: `${products[0]?.producer_name}: số điện thoại + mã một lần (xem hộp thư thử nghiệm) · phone and one-time code (see the sandbox inbox)`,
  }
}
