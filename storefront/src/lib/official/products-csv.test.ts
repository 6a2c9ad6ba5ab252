import { expect, test } from "vitest";
import { productsCsv } from "./products-csv";
import type { CountedProduct } from "./schemas";

const product = (name: string, titles: string[] = []): CountedProduct => ({
  ocop_product_id: name,
  name,
  producer_name: "HTX",
  stars: 4,
  commune: { code: "05503", name: "Tân Cương" },
  certificate_code: "C1",
  expires_on: "2027-05-01T00:00:00Z",
  listings: titles.map((title) => ({ handle: title, title })),
});

test("pages follow each other until all are written, under one heading", async () => {
  const asked: number[] = [];
  const csv = productsCsv(
    { products: [product("a", ["x", "y"])], count: 3 },
    async (offset) => {
      asked.push(offset);
      return { products: [product(`p${offset}`)], count: 3 };
    },
    (word) => word,
  );
  const lines = (await new Response(csv).text()).split("\r\n");
  expect(asked).toEqual([1, 2]);
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe("a,HTX,4,Tân Cương,C1,2027-05-01,yes,\"x; y\",");
  expect(lines[3]).toBe("p2,HTX,4,Tân Cương,C1,2027-05-01,no,,");
});

test("a line of made-up data says so", async () => {
  const invented = { ...product("a"), illustrative: true };
  const csv = productsCsv({ products: [invented], count: 1 }, async () => null, (word) => word);
  expect((await new Response(csv).text()).split("\r\n")[1]).toBe("a,HTX,4,Tân Cương,C1,2027-05-01,no,,illustrative");
});

test("a page that cannot be read breaks the download instead of ending it early", async () => {
  const csv = productsCsv({ products: [product("a")], count: 2 }, async () => null, (word) => word);
  await expect(new Response(csv).text()).rejects.toThrow();
});
