import { expect, test } from "vitest"
import { addressLines, isTwoLevelAddress, namesItsUnits, readDeliveryAddress, toMedusaAddress, type DeliveryAddress } from "./delivery-address"

const address: DeliveryAddress = {
  name: "Lò Thị Mẫu",
  phone: "+84900000001",
  province_code: "19",
  province_name: "Tỉnh Thái Nguyên",
  commune_code: "05533",
  commune_name: "Xã Tân Cương",
  street: "Xóm Hồng Thái",
  note: null,
  email: null,
}

test("what goes into Medusa's address comes out again", () => {
  expect(readDeliveryAddress(toMedusaAddress(address))).toEqual(address)
  const full = { ...address, note: "gọi trước", email: "a@example.vn" }
  expect(readDeliveryAddress(toMedusaAddress(full))).toEqual(full)
})

test("an address that did not come through delivery is none", () => {
  expect(readDeliveryAddress(null)).toBeNull()
  expect(readDeliveryAddress({ first_name: "A", phone: "1", address_1: "x", metadata: null })).toBeNull()
  expect(readDeliveryAddress({ ...toMedusaAddress(address), address_1: "  " })).toBeNull()
})

test("a label reads from small to large", () => {
  expect(addressLines({ ...address, note: "gọi trước" })).toEqual(["Xóm Hồng Thái", "Xã Tân Cương", "Tỉnh Thái Nguyên", "(gọi trước)"])
})

test("a commune must lie in its province, and each be of its own level", () => {
  const province = { code: "19", kind: "province", parent_code: null }
  const commune = { code: "05533", kind: "commune", parent_code: "19" }
  expect(isTwoLevelAddress(province, commune)).toBe("ok")
  expect(isTwoLevelAddress(null, commune)).toBe("province_code")
  expect(isTwoLevelAddress(commune, commune)).toBe("province_code")
  expect(isTwoLevelAddress(province, null)).toBe("commune_code")
  expect(isTwoLevelAddress(province, { ...commune, parent_code: "24" })).toBe("commune_code")
  expect(isTwoLevelAddress(province, province)).toBe("commune_code")
})

test("the names that go on the parcel are those of the codes", () => {
  const province = { code: "19", kind: "province", parent_code: null, full_name: "Tỉnh Thái Nguyên" }
  const commune = { code: "05533", kind: "commune", parent_code: "19", full_name: "Xã Tân Cương" }
  expect(namesItsUnits(address, province, commune)).toBe(true)
  expect(namesItsUnits({ ...address, commune_name: "Ma" }, province, commune)).toBe(false)
  expect(namesItsUnits({ ...address, province_name: "Ma" }, province, commune)).toBe(false)
  expect(namesItsUnits(address, province, null)).toBe(false)
})
